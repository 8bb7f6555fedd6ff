/** The popup: a search with its cards, this page's terms, and the switches. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { cardHeadingId } from '../../components/CardFrame.tsx';
import { CardView } from '../../components/CardView.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PageTermList } from '../../components/PageTermList.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { SiteSwitch } from '../../components/SiteSwitch.tsx';
import { Switch } from '../../components/Switch.tsx';
import { siteName } from '../../components/site-name.ts';
import { useTexts } from '../../components/texts.ts';
import { type UsedSettings, useSettings } from '../../components/use-settings.ts';
import type { Knowledge } from '../../content/glossary.ts';
import type { PageState, PageTerm, Send, ToBackground } from '../../content/messages.ts';
import { firstSentence } from '../../content/sentences.ts';
import { isOn, switchSite } from '../../content/settings.ts';
import { useGlossary } from './use-glossary.ts';
import { usePageTerms } from './use-page-terms.ts';

type PopupProps = {
  send: Send<ToBackground>;
  fetchKnowledge: () => Promise<Knowledge>;
  openOptions: () => void;
  close: () => void;
};

export function Popup({ send, fetchKnowledge, openOptions, close }: PopupProps) {
  const text = useTexts();
  const settings = useSettings(send);
  const { glossary, search, isWhole, damage } = useGlossary(fetchKnowledge);
  const terms = usePageTerms(send, settings.state?.on ?? false);
  const [query, setQuery] = useState('');
  /** The cards opened one from another; the last is shown. */
  const [trail, setTrail] = useState<string[]>([]);
  /** The term that the reader last said to know, or wanted back. */
  const [told, setTold] = useState('');
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // What the reader types meanwhile wins.
    send('pending').then(
      (wanted) => setQuery((typed) => typed || wanted),
      () => undefined,
    );
  }, [send]);

  const results = useMemo(
    () =>
      (search?.(query) ?? []).flatMap((id) => {
        const term = glossary?.terms.get(id);
        return term ? [{ id, name: term.name, about: firstSentence(term.plain) }] : [];
      }),
    [search, glossary, query],
  );
  const [card] = glossary?.cards(trail.slice(-1)) ?? [];
  const known = settings.state?.settings.known;
  const isShowingCard = card !== undefined;

  useLayoutEffect(() => {
    if (isShowingCard) document.getElementById(cardHeadingId)?.focus();
    else field.current?.focus();
  }, [isShowingCard]);

  const goBack = () => setTrail(trail.slice(0, -1));

  function tell(id: string, isKnown: boolean): void {
    setTold(id);
    void settings.know(id, isKnown);
  }

  // At once with what is shown: a key pressed before the next frame means what the reader sees.
  useLayoutEffect(() => {
    const stop = new AbortController();
    // On the document: the focus may be nowhere in particular.
    document.addEventListener('keydown', press, { signal: stop.signal });
    return () => stop.abort();
  });

  /** Escape goes one step back; left alone, it would close the popup at once. */
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    if (card) goBack();
    else if (query !== '') setQuery('');
    else close();
  }

  async function showOnPage({ id, frame }: PageTerm): Promise<void> {
    try {
      await send('showOnPage', { id, frame });
      close();
    } catch {
      // The page went away meanwhile: the card is still worth reading.
      setTrail([id]);
    }
  }

  return (
    <div class="popup-frame">
      <header class="popup-head">
        <h1>{text('name')}</h1>
        <button type="button" class="popup-options" onClick={openOptions}>
          {text('openOptions')}
        </button>
      </header>
      <main class="popup-main">
        {card && (
          <CardView
            card={card}
            onRelated={(id) => setTrail([...trail, id])}
            onBack={goBack}
            onCopy={copy}
            {...(known && {
              isKnown: known.includes(card.id),
              onKnown: (isKnown: boolean) => tell(card.id, isKnown),
              refusal: card.id === told ? settings.refusal('known') : undefined,
            })}
          />
        )}
        <div class="popup-lists" hidden={isShowingCard}>
          {damage === undefined ? (
            <SearchBox
              query={query}
              results={results}
              isBusy={!isWhole}
              onQuery={setQuery}
              onChoose={(id) => setTrail([id])}
              fieldRef={field}
            />
          ) : (
            <p class="failure" role="alert">
              {text('knowledgeDamaged', damage)}
            </p>
          )}
          {query.trim() === '' && (
            <>
              <Standing settings={settings} isDamaged={damage !== undefined} />
              {terms && <PageTermList terms={terms} known={known ?? []} onShow={showOnPage} />}
            </>
          )}
        </div>
      </main>
      {!isShowingCard && settings.state && <Switches {...settings} state={settings.state} />}
    </div>
  );
}

/** Whether the browser let us. */
const copy = (words: string): Promise<boolean> =>
  navigator.clipboard.writeText(words).then(
    () => true,
    () => false,
  );

/** Why there are no marks, where there are none. */
function Standing({ settings: { state, unanswered }, isDamaged }: { settings: UsedSettings; isDamaged: boolean }) {
  const text = useTexts();
  if (unanswered !== undefined) return <p class="failure">{text('unanswered', unanswered)}</p>;
  if (state?.problem && !isDamaged) return <p class="failure">{state.problem}</p>;
  if (!state || state.on) return null;
  const sentence = !state.site
    ? text('siteNone')
    : state.settings.paused
      ? text('paused')
      : text('siteOff', siteName(text, state.site));
  return <p class="quiet">{sentence}</p>;
}

function Switches({ state, change, refusal }: UsedSettings & { state: PageState }) {
  const text = useTexts();
  const { site, settings } = state;
  return (
    <footer class="popup-switches">
      {site && (
        <SiteSwitch
          site={site}
          on={isOn({ ...settings, paused: false }, site)}
          onSwitch={(on) => change((current) => switchSite(current, site, on))}
        />
      )}
      <Switch label={text('pauseSwitch')} on={settings.paused} onSwitch={(paused) => change(() => ({ paused }))} />
      <Failure reason={refusal('off') ?? refusal('on') ?? refusal('paused')} />
    </footer>
  );
}
