/**
 * Puts a text into the clipboard at a click, on any page: `navigator.clipboard` is there on https alone. The page's own
 * listeners are not told.
 * @returns whether the browser let us.
 */
export function copyText(text: string): boolean {
  let isCopied = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = event.clipboardData !== null;
  };
  window.addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  window.removeEventListener('copy', put, { capture: true });
  return isCopied;
}
