/** The names that documents seek in the index of names. */
import type { LostCitation } from '../facts/model.ts';
import { names } from './names.ts';
import { folderOf } from './paths.ts';
import type { DocumentSummary, Named } from './summary.ts';

/** Whether a key may be a cross-reference of a filter, such as `fig:harbour` and `apx-one`. */
export function mayBeLabel(key: string): boolean {
  return /^[a-z]{2,8}[-:]./i.test(key);
}

/**
 * The keys that may be intended: where Pandoc ends one early, everything up to the next blank, with and
 * without trailing punctuation.
 */
export function keysMeant({ kind, key: { text } }: LostCitation): string[] {
  if (kind !== 'key') return [text];
  return [...new Set([text, text.replace(/[\p{P}*]$/u, ''), text.replace(/[\p{P}*]+$/u, '')])];
}

/** The names that a document, or a part of it, names and therefore seeks. */
export function* namesSoughtBy({ cited, actors, asserters, lost }: Named): Generator<string> {
  for (const one of lost) for (const key of keysMeant(one)) yield names.citekey(key);
  for (const { key } of cited) {
    yield names.citekey(key.text);
    if (mayBeLabel(key.text)) yield names.label(key.text);
  }
  for (const actor of actors) yield names.actor(actor.text);
  for (const asserter of asserters) {
    yield names.citekey(asserter.text);
    yield names.actor(asserter.text);
  }
}

/** The names that a document seeks without naming them. */
export function* namesSoughtBesides({
  path,
  source,
  quotations,
  danglingShortTitles,
}: DocumentSummary): Generator<string> {
  for (const { works } of quotations) for (const work of works) yield names.source(work.text);
  // Messages name a source by authors and year.
  if (source) yield names.citekey(source.text);
  for (const { families } of danglingShortTitles)
    for (const family of families) yield names.noteAuthor(folderOf(path), family);
}
