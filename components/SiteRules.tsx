/** The list of sites that belongs to the chosen mode, and the field that adds to it. */
import { useId, useRef, useState } from 'preact/hooks';
import type { Rule, Settings } from '../content/settings.ts';
import { AddSite } from './AddSite.tsx';
import { SiteList } from './SiteList.tsx';
import { siteName } from './site-name.ts';
import { useTexts } from './texts.ts';

type SiteRulesProps = {
  settings: Settings;
  /** Called with the way from the rules that hold to those that should. */
  onChange: (field: 'off' | 'on', make: (rules: readonly Rule[]) => Rule[]) => void;
};

export function SiteRules({ settings, onChange }: SiteRulesProps) {
  const text = useTexts();
  const heading = useId();
  const field = useRef<HTMLInputElement>(null);
  const [news, setNews] = useState('');
  const isOff = settings.mode === 'except';
  const list = isOff ? 'off' : 'on';
  const rules = settings[list];

  const add = (rule: Rule) => {
    onChange(list, (old) => [...old.filter(({ host }) => host !== rule.host), rule]);
    setNews(text('siteAdded', siteName(text, rule.host)));
  };
  const remove = (host: string) => {
    onChange(list, (old) => old.filter((rule) => rule.host !== host));
    setNews(text('siteRemoved', siteName(text, host)));
    // The button that was pressed is about to go.
    field.current?.focus();
  };

  return (
    <>
      <h3 id={heading}>{text(isOff ? 'sitesOff' : 'sitesOn')}</h3>
      {rules.length > 0 ? (
        <SiteList
          rules={rules}
          labelledBy={heading}
          onSubdomains={(host, subdomains) =>
            onChange(list, (old) => old.map((rule) => (rule.host === host ? { host, subdomains } : rule)))
          }
          onRemove={remove}
        />
      ) : (
        <p class="quiet">{text(isOff ? 'sitesOffNone' : 'sitesOnNone')}</p>
      )}
      <AddSite rules={rules} onAdd={add} fieldRef={field} />
      <p class="quiet">{text('otherListKept')}</p>
      <p class="unseen" role="status">
        {news}
      </p>
    </>
  );
}
