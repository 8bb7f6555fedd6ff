/** The bundled glossary and the search over it, once they are read. */
import { useEffect, useState } from 'preact/hooks';
import { createGlossary, type Glossary, type Knowledge } from '../../content/glossary.ts';
import { createSearch, type Search } from '../../content/search.ts';

type ReadGlossary = {
  glossary?: Glossary;
  search?: Search;
  /** Whether all is read that a search may find. */
  isWhole?: boolean;
  damage?: string;
};

export function useGlossary(fetchKnowledge: () => Promise<Knowledge>): ReadGlossary {
  const [read, setRead] = useState<ReadGlossary>({});
  useEffect(() => {
    fetchKnowledge()
      .then((knowledge) => {
        const glossary = createGlossary(knowledge);
        const { search, whole } = createSearch(glossary.terms.values());
        setRead({ glossary, search });
        // Another function: what it finds by then may be more.
        return whole.then(() => setRead({ glossary, search: (query) => search(query), isWhole: true }));
      })
      .catch((error: unknown) => setRead({ damage: error instanceof Error ? error.message : String(error) }));
  }, [fetchKnowledge]);
  return read;
}
