/** How often each term stands on the page, for the popup. */
import type { PageReading } from './follow-page.ts';
import type { PageBook } from './page-book.ts';

/** Counts where words can be seen, the terms in the order in which they come: reads all of the page that may hold one. */
export async function countTerms(reading: PageReading, book: PageBook): Promise<{ id: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (let stretch = await reading.next(undefined, 1); stretch; stretch = await reading.next(stretch, 1)) {
    if (!book.mayHold(stretch)) continue;
    if (!book.isRead(stretch)) await reading.read(stretch);
    for (const [id, count] of book.countsIn(stretch)) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return [...counts].map(([id, count]) => ({ id, count }));
}
