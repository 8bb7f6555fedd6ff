/** The first page that a reader sees: what Bedside does and never does, and a text to try it on. */
import { Failure } from '../../components/Failure.tsx';
import { ModeChoice } from '../../components/ModeChoice.tsx';
import { Section } from '../../components/Section.tsx';
import { type Shortcut, Shortcuts } from '../../components/Shortcuts.tsx';
import { welcomeSample } from '../../components/samples.ts';
import { glossaryLanguage, type TextKey, useTexts } from '../../components/texts.ts';
import { useSettings } from '../../components/use-settings.ts';
import { useShortcuts } from '../../components/use-shortcuts.ts';
import type { Send, ToBackground } from '../../content/messages.ts';

type WelcomeProps = { send: Send<ToBackground>; listShortcuts: () => Promise<readonly Shortcut[]> };

const does: readonly TextKey[] = ['doesMark', 'doesCard', 'doesPopup'];
const never: readonly TextKey[] = ['neverSend', 'neverStore', 'neverTouch', 'neverAdvise'];
const ways: readonly TextKey[] = ['openPointer', 'openTouch', 'openKeys'];

export function Welcome({ send, listShortcuts }: WelcomeProps) {
  const text = useTexts();
  const { state, unanswered, change, refusal } = useSettings(send);
  const shortcuts = useShortcuts(listShortcuts);

  return (
    <main class="sheet">
      <h1>{text('welcomeTitle')}</h1>
      <Section heading={text('doesHeading')}>
        <Points keys={does} />
        <p class="quiet">{text('languageNote')}</p>
      </Section>
      <Section heading={text('tryHeading')}>
        <p class="sample" lang={glossaryLanguage}>
          {welcomeSample}
        </p>
      </Section>
      <Section heading={text('openHeading')}>
        <Points keys={ways} />
        <Shortcuts shortcuts={shortcuts} />
      </Section>
      <Section heading={text('neverHeading')}>
        <Points keys={never} />
        <p>{text('reviewNote')}</p>
      </Section>
      <Section heading={text('whereHeading')}>
        <div role="alert">
          {unanswered !== undefined && <p class="failure">{text('unanswered', unanswered)}</p>}
          {state?.problem && <p class="failure">{state.problem}</p>}
        </div>
        {state && <ModeChoice mode={state.settings.mode} onChoose={(mode) => change(() => ({ mode }))} />}
        <Failure reason={refusal('mode')} />
      </Section>
    </main>
  );
}

function Points({ keys }: { keys: readonly TextKey[] }) {
  const text = useTexts();
  return (
    <ul class="points">
      {keys.map((key) => (
        <li key={key}>{text(key)}</li>
      ))}
    </ul>
  );
}
