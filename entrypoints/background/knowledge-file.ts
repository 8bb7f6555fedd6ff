/** The bundled knowledge file, read when first needed. */
import { browser } from 'wxt/browser';
import { createGlossary, type Glossary } from '../../content/glossary.ts';
import { createSearch, type Search } from '../../content/search.ts';

export type KnowledgeFile = {
  /** @throws when the file is missing or damaged. */
  glossary(): Promise<Glossary>;
  search(): Promise<Search>;
};

export function openKnowledgeFile(address = browser.runtime.getURL('/knowledge.json' as never)): KnowledgeFile {
  let glossary: Promise<Glossary> | undefined;
  let search: Promise<Search> | undefined;
  const open = async () => createGlossary(await (await fetch(address)).json());
  const file: KnowledgeFile = {
    glossary() {
      glossary ??= open();
      return glossary;
    },
    search() {
      search ??= file.glossary().then(async ({ terms }) => {
        const { search: made, whole } = createSearch(terms.values());
        await whole;
        return made;
      });
      return search;
    },
  };
  return file;
}
