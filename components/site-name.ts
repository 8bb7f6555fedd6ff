/** What a reader calls a site. */
import { localFiles } from '../content/settings.ts';
import type { Texts } from './texts.ts';

export const siteName = (text: Texts, site: string): string => (site === localFiles ? text('localFiles') : site);
