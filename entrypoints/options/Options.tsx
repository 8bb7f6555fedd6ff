/** The options: where Bedside runs, which words it marks and how, its keys. */
import { Failure } from '../../components/Failure.tsx';
import { KnownWords } from '../../components/KnownWords.tsx';
import { LookChoice } from '../../components/LookChoice.tsx';
import { ModeChoice } from '../../components/ModeChoice.tsx';
import { OccurrencesChoice } from '../../components/OccurrencesChoice.tsx';
import { Section } from '../../components/Section.tsx';
import { type Shortcut, Shortcuts } from '../../components/Shortcuts.tsx';
import { SiteRules } from '../../components/SiteRules.tsx';
import { SureChoice } from '../../components/SureChoice.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useTexts } from '../../components/texts.ts';
import { useSettings } from '../../components/use-settings.ts';
import { useShortcuts } from '../../components/use-shortcuts.ts';
import type { Send, ToBackground } from '../../content/messages.ts';
import { useNames } from './use-names.ts';

type OptionsProps = {
  send: Send<ToBackground>;
  listShortcuts: () => Promise<readonly Shortcut[]>;
  version: string;
};

export function Options({ send, listShortcuts, version }: OptionsProps) {
  const text = useTexts();
  const { state, unanswered, change, know, refusal } = useSettings(send);
  const shortcuts = useShortcuts(listShortcuts);
  const settings = state?.settings;
  const known = useNames(send, settings?.known);

  return (
    <main class="sheet">
      <h1>{text('optionsTitle')}</h1>
      <div role="alert">
        {unanswered !== undefined && <p class="failure">{text('unanswered', unanswered)}</p>}
        {state?.problem && <p class="failure">{state.problem}</p>}
      </div>
      {settings && (
        <>
          <Section heading={text('whereHeading')}>
            <ModeChoice mode={settings.mode} onChoose={(mode) => change(() => ({ mode }))} />
            <Failure reason={refusal('mode')} />
            <SiteRules
              settings={settings}
              onChange={(list, make) => change((current) => ({ [list]: make(current[list]) }))}
            />
            <Failure reason={refusal('off') ?? refusal('on')} />
            <Switch
              label={text('pauseSwitch')}
              on={settings.paused}
              onSwitch={(paused) => change(() => ({ paused }))}
            />
            <Failure reason={refusal('paused')} />
          </Section>
          <Section heading={text('wordsHeading')}>
            <OccurrencesChoice
              occurrences={settings.occurrences}
              onChoose={(occurrences) => change(() => ({ occurrences }))}
            />
            <Failure reason={refusal('occurrences')} />
            <SureChoice sure={settings.sure} onChoose={(sure) => change(() => ({ sure }))} />
            <Failure reason={refusal('sure')} />
            {known && (
              <KnownWords
                words={known}
                onBringBack={(id) => know(id, false)}
                onBringAllBack={() => change(() => ({ known: [] }))}
              />
            )}
            <Failure reason={refusal('known')} />
          </Section>
          <Section heading={text('lookHeading')}>
            <LookChoice look={settings.look} onChoose={(look) => change(() => ({ look }))} />
            <Failure reason={refusal('look')} />
          </Section>
        </>
      )}
      <Section heading={text('keyboardHeading')}>
        <Shortcuts shortcuts={shortcuts} />
        <p class="quiet">{text('shortcutsChrome')}</p>
        <p class="quiet">{text('shortcutsFirefox')}</p>
      </Section>
      <Section heading={text('aboutHeading')}>
        <p>{text('version', version)}</p>
        <p>{text('reviewNote')}</p>
      </Section>
    </main>
  );
}
