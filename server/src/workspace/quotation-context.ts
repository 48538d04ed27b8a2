/** What the words around a quotation say of it: that it is a translation, or a name rather than a quotation. */
import type { TextRange } from '../text/range.ts';
import { languageOf, languageOfTag } from '../quotations/language.ts';

/** Why a quotation is not word for word, or none. */
export type Disclaimer = 'translation' | 'name';

const AHEAD = 60;
const BEHIND = 220;
const TRANSLATED =
  /\b(?:(?:my|our|own|author['’]s) (?:own )?transl|transl?(?:ation|ated|\.)? (?:is |are )?(?:mine|ours|my own|by (?:me|us|the (?:present )?author))|(?:meine|eigene|unsere) Übers|Übers(?:etzung|etzt|\.)? (?:d\. ?Verf|des Verf|der Verf|von mir|von uns|d\. ?A)|(?:ma|notre|nos) traduc|trad(?:uction|\.)? (?:personnelle|libre|de l['’]aut|par (?:nos|mes) soins)|nous traduisons|je traduis|(?:mi|nuestra) traduc|traducción (?:propia|mía|nuestra|del autor|de la autora)|(?:mia|nostra) traduz|traduzione (?:mia|nostra|di chi scrive|dell['’]aut)|(?:minha|nossa) tradu|tradução (?:minha|nossa|própria|livre|do autor|da autora))/iu;
const NAMING =
  /\b(?:so-called|sogenannte[nrms]?|so genannte[nrms]?|soi-disant|prétendue?s?|llamad[oa]s?|cosiddett[oaie]|chamad[oa]s?|the (?:term|word|phrase|concept|notion|expression|slogan|title|heading|song|poem|film|novel|chapter|article|essay|section)s?|entitled|titled|headed|known as|dubbed|nicknamed|intitulée?s?|betitelt|titulad[oa]|intitolat[oa]|intitulad[oa])[\s,:]*[([]*$/iu;

/** What is said of the quotation at `range` right before it or behind it in its paragraph. */
export function disclaimerOf(text: string, { from, to }: TextRange): Disclaimer | null {
  if (NAMING.test(text.slice(Math.max(0, from - AHEAD), from))) return 'name';
  const behind = text.slice(to, to + BEHIND);
  const paragraph = behind.indexOf('\n\n');
  const near =
    text.slice(Math.max(0, from - AHEAD), from) + (paragraph < 0 ? behind : behind.slice(0, paragraph));
  return TRANSLATED.test(near) ? 'translation' : null;
}

const SAMPLES = 4;
const SAMPLE = 1000;

/** The language that a document is written in: as it says, else by its words; null where neither tells. */
export function languageOfDocument(text: string, tag: string | null): string | null {
  if (tag !== null) return languageOfTag(tag);
  let words = '';
  const step = Math.floor(text.length / SAMPLES);
  for (let i = 0; i < SAMPLES; i++) words += ` ${text.slice(i * step, i * step + SAMPLE)}`;
  return languageOf(words);
}
