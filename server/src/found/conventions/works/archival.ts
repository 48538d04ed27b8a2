import { introductionOf } from '../../note-names.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const archival: WorkForm = {
  name: 'archival',
  languages: ['any'],
  yields: 'works',
  what: 'A document in an archive by its signature: *TNA, CO 129/12, fol. 34r*, *Stadtarchiv Kiel, Akte 12, Bl. 3*',
  read,
  fixture: `So it was.¹ So it was.²

Notes

1. ⟦archival|TNA, CO 129/12, fol. 34r.⟧
2. See ⟦archival|Stadtarchiv Kiel, Hafenamt, Akte 12, Bl. 3.⟧
`,
};

const ARCHIVE =
  /^(?:\p{Lu}[\p{L}'’]*\s){0,5}?(?:(?:\p{Lu}{2,8}|BArch|GStA|HHStA|StA|LAV)(?=[\s,])|\p{L}*(?:[Aa]rchiv|[Aa]rchives?|[Aa]rchivio|[Aa]rchivo|[Aa]rquivo)(?=[\s,])|(?:National|State|British|Bodleian|Royal|University)\s(?:Library|Record)|Record Office|Biblioteca|Bibliothèque|Staatsbibliothek)/u;
const SIGNATURE =
  /\b\p{Lu}{1,5}\s?\d{1,4}\/\d|\b(?:fols?|ff?|Bl|[Bb]ox|[Ff]older|[Cc]art(?:on)?s?|bust[ae]|b|fasc|legs?|legajos?|cajas?|exps?|[Ff]ile|Akten?|Nr|MSS?|Ms|Cod|Rep|[Ss]eries|RG|Add\.? MS|inv|reg|vol|[Tt]omos?|docs?|liasse|filza|Fach|Karton|Fasz|pieza)\.?\s?(?:no\.?\s?)?[\p{Lu}]{0,3}\s?\d/u;

/** An archive whose name or initials say so: its numbers need no word. */
const SURELY = /^(?:A[A-Z]{2,5}(?=,)|\p{L}*(?:[Aa]rchivo?|[Aa]rchives|[Aa]rchivio|[Aa]rquivo)\b)/u;
const NUMBER = /,\s\d{2,5}(?=[,.;]|\s*$)/;

function read({ prose: { text }, from, to, titles, year }: NotePart): ReadWork | null {
  if (titles.length > 0) return null;
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const own = words.slice(lead, lead + 300);
  const match = ARCHIVE.exec(own);
  if (!match || !/^[^,]{0,60},/.test(own) || !isSignature(own, match[0].length)) return null;
  return {
    range: { from: from + lead, to },
    names: [],
    title: own.replace(/,?\s(?:fols?|ff?|Bl|p|pp|S)\.?\s?\d.*$/u, '').replace(/[.\s]+$/, ''),
    year,
    kind: 'archive',
    container: null,
  };
}

function isSignature(words: string, at: number): boolean {
  const behind = words.slice(at);
  return SIGNATURE.test(behind) || (SURELY.test(words) && NUMBER.test(behind));
}
