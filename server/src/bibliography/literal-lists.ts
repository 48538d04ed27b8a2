import type { BibtexFields } from './bibtex-fields.ts';

/** Literal lists of BibLaTeX (manual, 2.2.1) that we print: bodies and places joined by `and`. */
const LISTS = new Set(
  'publisher institution school organization location address origpublisher origlocation'.split(' '),
);

/**
 * The fields with the items of literal lists joined by semicolons: `ILR; Cornell University Press`. Pandoc’s
 * `getLiteralList'`.
 */
export function withJoinedLists(fields: BibtexFields): BibtexFields {
  if (![...fields].some(([name, value]) => LISTS.has(name) && value.includes('and'))) return fields;
  return new Map([...fields].map(([name, value]) => [name, LISTS.has(name) ? joined(value) : value]));
}

/** Replaces `and` outside braces, between white space. */
function joined(value: string): string {
  let depth = 0;
  let out = '';
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '{') depth++;
    else if (value[at] === '}') depth--;
    else if (depth === 0 && /^\sand\s/.test(value.slice(at, at + 5))) {
      out += `${value.slice(from, at).trimEnd()}; `;
      from = at + 5;
      at += 3;
    }
  }
  return out + value.slice(from).trimStart();
}
