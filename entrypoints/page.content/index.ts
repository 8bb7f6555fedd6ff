/** The page script. WXT reads this file for its settings, so the work is kept behind one import. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { begin } from './compose.ts';
import './marks.css';

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main: () => begin(),
});
