/**
 * The first script on every page, and all that most frames ever get: it sees whether there is anything to read, waits
 * until there is, and asks for the page script then. WXT reads this file for its settings.
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { sender, type ToBackground } from '../../content/messages.ts';
import { readableTypes } from '../../content/world.ts';
import { whenReadable } from './when-readable.ts';

const send = sender<ToBackground>((message) => chrome.runtime.sendMessage(message));

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    if (!readableTypes.includes(document.contentType)) return;
    // Where it does not come, Bedside is off, or this script belongs to an extension that is no more.
    whenReadable(() => send('page').catch(() => undefined));
  },
});
