/** The sites of one list of rules, to be read, widened, narrowed and removed. */
import type { Rule } from '../content/settings.ts';
import { localFiles } from '../content/settings.ts';
import { siteName } from './site-name.ts';
import { useTexts } from './texts.ts';

type SiteListProps = {
  rules: readonly Rule[];
  labelledBy: string;
  onSubdomains: (host: string, subdomains: boolean) => void;
  onRemove: (host: string) => void;
};

export function SiteList({ rules, labelledBy, onSubdomains, onRemove }: SiteListProps) {
  const text = useTexts();
  return (
    <ul class="plain-list rules" aria-labelledby={labelledBy}>
      {rules.map(({ host, subdomains }) => {
        const name = siteName(text, host);
        return (
          <li key={host} class="rule">
            <span class="rule-host">{name}</span>
            {host !== localFiles && (
              <label class="rule-subdomains">
                <input
                  type="checkbox"
                  checked={subdomains}
                  aria-label={text('withSubdomainsOf', name)}
                  onChange={(event) => onSubdomains(host, event.currentTarget.checked)}
                />{' '}
                {text('withSubdomains')}
              </label>
            )}
            <button type="button" class="button" aria-label={text('removeSite', name)} onClick={() => onRemove(host)}>
              {text('remove')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
