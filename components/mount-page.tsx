/** Puts a view into a page of the extension: its language, its title, its texts. */
import { type ComponentChild, render } from 'preact';
import { type TextKey, type Texts, TextsContext } from './texts.ts';

export function mountPage(view: ComponentChild, title: TextKey, text: Texts, page: Document = document): void {
  // The language of the texts, which is not the browser's where we have none in its language.
  page.documentElement.lang = text('language');
  page.title = text(title);
  render(<TextsContext.Provider value={text}>{view}</TextsContext.Provider>, page.body);
}
