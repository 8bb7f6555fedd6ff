/**
 * Firefox does not carry `::highlight()` rules of the document into shadow trees: there each open root gets
 * our sheet by itself. Chromium inherits them, and needs nothing (tried in Chromium 156 and Firefox 153).
 */
import markStyle from './marks.css?inline';

export function createShadowStyle(signal: AbortSignal): (root: ShadowRoot) => void {
  if (!navigator.userAgent.includes('Firefox/')) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(markStyle);
  const styled = new WeakSet<ShadowRoot>();
  return (root) => {
    if (styled.has(root)) return;
    styled.add(root);
    root.adoptedStyleSheets.push(sheet);
    signal.addEventListener('abort', () => {
      const at = root.adoptedStyleSheets.indexOf(sheet);
      if (at >= 0) root.adoptedStyleSheets.splice(at, 1);
    });
  };
}
