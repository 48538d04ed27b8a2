import type { TextRange } from '../../text/range.ts';
import type { Suggestions } from './model.ts';

const TERMS: readonly (readonly [string, string])[] = [
  ['p.', 'page'],
  ['pp.', 'pages'],
  ['para.', 'paragraph'],
  ['chap.', 'chapter'],
  ['sec.', 'section'],
  ['vol.', 'volume'],
  ['note', 'note'],
  ['fig.', 'figure'],
  ['fol.', 'folio'],
  ['line', 'line'],
  ['bk.', 'book'],
  ['no.', 'number'],
  ['tbl.', 'table'],
];

/** Pandoc's locator terms. */
export function suggestLocators(range: TextRange): Suggestions {
  return {
    items: TERMS.map(([label, detail], rank) => ({
      kind: 'term',
      label,
      detail,
      insert: `${label} `,
      range,
      filter: `${label} ${detail}`,
      rank,
    })),
    isIncomplete: false,
  };
}
