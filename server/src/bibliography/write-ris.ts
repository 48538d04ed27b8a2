import type { CslItem } from './model.ts';
import { wordTable } from '../text/word-table.ts';

const TYPES = wordTable<string>({
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  'paper-conference': 'CPAPER',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
});

/** A CSL item as a RIS record. */
export function risOf(item: CslItem): string {
  const lines = [`TY  - ${TYPES[item.type] ?? 'GEN'}`, `ID  - ${item.id}`];
  const add = (tag: string, value: unknown) => {
    if (typeof value === 'string' || typeof value === 'number')
      lines.push(`${tag}  - ${String(value).replace(/\s+/g, ' ')}`);
  };
  for (const [tag, names] of [
    ['AU', item.author],
    ['ED', item.editor],
  ] as const)
    for (const { literal, family, given } of names ?? [])
      add(tag, literal ?? [family, given].filter(Boolean).join(', '));
  add('TI', item.title);
  add('T2', item['container-title']);
  add('PY', item.issued?.['date-parts']?.[0]?.[0] ?? item.issued?.literal ?? item.issued?.raw);
  add('VL', item.volume);
  add('IS', item.issue);
  const [first, last] = item.page?.split(/[-–]+/) ?? [];
  add('SP', first);
  add('EP', last);
  add('PB', item.publisher);
  add('CY', item['publisher-place']);
  add('DO', item.DOI);
  add('UR', item.URL);
  return `${[...lines, 'ER  - '].join('\n')}\n`;
}
