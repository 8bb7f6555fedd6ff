/** Adds a site to a list of rules; says what is wrong with what was typed. */
import type { Ref } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type Rule, readRule } from '../content/settings.ts';
import { useTexts } from './texts.ts';

type AddSiteProps = {
  rules: readonly Rule[];
  onAdd: (rule: Rule) => void;
  fieldRef: Ref<HTMLInputElement>;
};

export function AddSite({ rules, onAdd, fieldRef }: AddSiteProps) {
  const text = useTexts();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');

  function submit(event: Event): void {
    event.preventDefault();
    const rule = readRule(typed);
    if (typed.trim() === '') setWrong(text('addSiteEmpty'));
    else if (!rule) setWrong(text('addSiteInvalid', typed.trim()));
    else if (rules.some(({ host }) => host === rule.host)) setWrong(text('addSiteTwice', rule.host));
    else {
      setWrong('');
      setTyped('');
      onAdd(rule);
    }
  }

  return (
    <form class="add-site" onSubmit={submit} noValidate>
      <label for={`${id}-field`}>{text('addSite')}</label>
      <p class="quiet" id={`${id}-hint`}>
        {text('addSiteHint')}
      </p>
      <div class="add-site-row">
        <input
          class="field"
          id={`${id}-field`}
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={`${id}-hint ${id}-wrong`}
          aria-invalid={wrong !== ''}
          value={typed}
          ref={fieldRef}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setWrong('');
          }}
        />
        <button type="submit" class="button">
          {text('add')}
        </button>
      </div>
      <div id={`${id}-wrong`} role="alert">
        {wrong && <p class="failure">{wrong}</p>}
      </div>
    </form>
  );
}
