/** Small pages with words that are marked. */

/** A page around a body, with room to scroll. */
export const page = (body: string, style = '') =>
  `<!doctype html><html lang="en"><title>A page</title><style>body { margin: 40px; font: 16px/1.5 sans-serif } ${style}</style>${body}</html>`;

/** Medical enough for every word of it. */
export const paragraph = 'In HLH, hemophagocytic lymphohistiocytosis, the ferritin is high and the spleen is large.';

/**
 * For pages that note every card that opens in them: how many milliseconds after the pointer's last move it came.
 * The page then has `rests`, one number a card. A card that is only prepared is inert.
 */
export const noting = `<script>
  window.rests = [];
  let moved = 0;
  addEventListener('pointermove', (event) => (moved = event.timeStamp), true);
  new MutationObserver((records) => {
    const touched = records.flatMap(({ target, addedNodes }) => [target, ...addedNodes]);
    if (touched.some(({ localName, inert }) => localName === 'bedside-card' && !inert)) rests.push(performance.now() - moved);
  }).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ['inert'] });
</script>`;

/** Words that are marked, far enough apart that the card of one does not lie over another. */
export const apart = page(
  `${noting}<p>${paragraph}</p><p class="low">Later she had splenomegaly too.</p><button>A button</button>`,
  '.low { position: absolute; top: 560px } button { position: absolute; top: 10px; right: 10px }',
);
