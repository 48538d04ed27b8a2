/** The language that a document is written in. */
import { languageOf, languageOfTag } from '../quotations/language.ts';

const SAMPLES = 4;
const SAMPLE = 1000;

/** The language of a document (`languageOf`): by its `lang`, else by its words; null where neither tells. */
export function languageOfDocument(text: string, tag: string | null): string | null {
  if (tag !== null) return languageOfTag(tag);
  let words = '';
  const step = Math.floor(text.length / SAMPLES);
  for (let i = 0; i < SAMPLES; i++) words += ` ${text.slice(i * step, i * step + SAMPLE)}`;
  return languageOf(words);
}
