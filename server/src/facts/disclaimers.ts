/** Words around a quotation that say it is a translation, or a name rather than a quotation. */
import { unfolded } from '../text/in-one-line.ts';
import type { TextRange } from '../text/range.ts';
import type { Disclaimer } from './model.ts';

const AHEAD = 60;
const BEHIND = 220;
const TRANSLATED =
  /\b(?:(?:my|our|own|author['’]s) (?:own )?transl|transl?(?:ation|ated|\.)? (?:is |are )?(?:mine|ours|my own|by (?:me|us|the (?:present )?author))|(?:meine|eigene|unsere) Übers|Übers(?:etzung|etzt|\.)? (?:d\. ?Verf|des Verf|der Verf|von mir|von uns|d\. ?A)|(?:ma|notre|nos) traduc|trad(?:uction|\.)? (?:personnelle|libre|de l['’]aut|par (?:nos|mes) soins)|nous traduisons|je traduis|(?:mi|nuestra) traduc|traducción (?:propia|mía|nuestra|del autor|de la autora)|(?:mia|nostra) traduz|traduzione (?:mia|nostra|di chi scrive|dell['’]aut)|(?:minha|nossa) tradu|tradução (?:minha|nossa|própria|livre|do autor|da autora))/iu;
/** A quick test for `TRANSLATED`. */
const MAY_BE_TRANSLATED = /transl|trans\.|tradu|trad\.|bersetz|bers\./i;
/** Words directly before a name: `the so-called “…”`, `a song entitled “…”`. */
const NAMING: ReadonlySet<string> = new Set(
  `so-called sogenannte sogenannten sogenannter sogenanntes sogenanntem soi-disant prétendu prétendue prétendus
   prétendues llamado llamada llamados llamadas cosiddetto cosiddetta cosiddetti cosiddette chamado chamada chamados
   chamadas entitled titled called headed dubbed nicknamed intitulé intitulée intitulés betitelt titulado titulada intitolato
   intitolata intitulado intitulada`.split(/\s+/),
);
/** Nouns that introduce a name, with an article before them. */
const NAMED_THINGS: ReadonlySet<string> = new Set(
  `term terms word words phrase phrases concept concepts notion notions expression slogan title heading song poem film
   novel chapter article essay section`.split(/\s+/),
);
/** Things that have a title, which follows them. */
const TITLED_THINGS: ReadonlySet<string> = new Set(
  `talk talks lecture keynote paper papers article articles essay book textbook preprint vignette tutorial blogpost
   podcast episode title titel titre título titolo tytuł aufsatz vortrag buch`.split(/\s+/),
);
const PARTS_WITH_TITLES: ReadonlySet<string> = new Set(
  `chapter section heading kapitel abschnitt chapitre capítulo capitolo hoofdstuk rozdział`.split(/\s+/),
);
/** `*Mówię X teraz* ‘I say X now’`: words in italics and, in single marks, what they mean. */
const GLOSSED = /[^\s*_][*_]{1,2}[\s,:(]{1,3}$/;
/** `*brana* (“the light that goes ahead”)`: a foreign word and, in parentheses or right after it, what it means. */
const GLOSSED_WORD = /(?:^|[\s(])([*_])(?!\1)[\p{L}\p{M}’'-]{2,30}(?:\s[\p{L}\p{M}’'-]{2,30})?\1\s?[(（]$/u;
/** `滑稽 (huaji, “what makes one laugh”)`: words in another script and, in parentheses, what they mean. */
const GLOSSED_SCRIPT =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}]["'”’」』》»›*_]{0,3}\s?[(（](?:[*_]{0,2}\p{sc=Latn}[\p{L}\p{M}’' -]{0,30}[*_]{0,2}[,;:]\s?)?(?:\p{L}{2,9}[.:,]?\s)?$/u;
/** `Meyer 2011, “Ports and docks”, *Journal*`: a work written out, with its title between the year and what it is in. */
const BEHIND_YEAR = /(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]\s$/;
const BEFORE_JOURNAL = /^[.,]?\s(?:in:?\s)?[*_]\p{L}/iu;
/** Words between an abbreviation and what it stands for: `HARK, short for “…”`. */
const STANDS_FOR =
  /\b(?:short(?:hand)?|stand(?:s|ing)?|acronym|abbreviation) (?:for|of)$|\b(?:kurz|steht|stehen|abkürzung|akronym) (?:für|von)$|\b(?:abréviation|acronyme|sigle|abreviatura|acrónimo|abbreviazione|acronimo|acrônimo) d[eio]$/;
/** `what one might call “…”`: a name that the writer gives; what an author would call so is that author's. */
const COINED_AHEAD =
  /(?:\b(?:one|we|I|you) (?:might|may|could|would|can|shall|will) (?:call|term|dub|label)(?: (?:it|this|them))?|\b(?:might|may|could|can) be (?:called|termed|dubbed)|\b(?:on|nous|je) pourrai(?:t|s|ons) appeler|\bpodríamos llamar|\bpodría llamarse|\bsi potrebbe(?:ro)? chiamare|\bpotremmo chiamare|\bpoderíamos chamar|\bpoderia chamar-se)[\s,:]*(?:the |an? |la |le |les |el |los |las |il |lo |i |gli |o |os |as )?$/iu;
const COINED_BEHIND =
  /^[,.]?\s(?:nennen (?:könnte|kann|möchte|will|würde)|(?:is|as) (?:my|our) (?:own )?(?:phrase|term|expression|words?|coinage|label))/iu;

/** What is said of the quotation at `range` right before it or after it in its paragraph. */
export function disclaimerOf(text: string, { from, to }: TextRange): Disclaimer | null {
  // Words of the paragraph before are not said of it.
  const ahead = unfolded(text.slice(Math.max(0, from - AHEAD), from).replace(/^[^]*\n[ \t>]*\n/, '')).text;
  const naming = ahead.slice(-LONGEST_NAMING);
  const behind = unfolded(text.slice(to, to + BEHIND).replace(/\n[ \t>]*\n[^]*$/, '')).text;
  if (isTitle(text.slice(from + 1, to - 1)) && isAnnounced(naming, behind)) return 'title';
  if (isNamed(naming)) return 'name';
  if (/['‘‹]/.test(text.charAt(from)) && GLOSSED.test(ahead)) return 'name';
  if (GLOSSED_WORD.test(ahead) && /^[)）]/.test(text.slice(to, to + 1))) return 'title';
  if (/\p{sc=Latn}/u.test(text.charAt(from + 1)) && GLOSSED_SCRIPT.test(ahead)) return 'name';
  if (BEHIND_YEAR.test(ahead) && BEFORE_JOURNAL.test(behind)) return 'name';
  if (COINED_AHEAD.test(ahead) || COINED_BEHIND.test(behind)) return 'name';
  if (!MAY_BE_TRANSLATED.test(behind) && !MAY_BE_TRANSLATED.test(ahead)) return null;
  return TRANSLATED.test(ahead + behind) ? 'translation' : null;
}

/** Whether a note says that the quotation it is called from is the writer's translation. */
export function callsItTranslation(note: string): boolean {
  return MAY_BE_TRANSLATED.test(note) && TRANSLATED.test(note);
}

const LONGEST_NAMING = 32;

/** Whether words may be a title: they begin with a capital, and no full stop or comma ends them or a sentence in them. */
function isTitle(words: string): boolean {
  return /^[¿¡\s*_]*[\p{Lu}\p{N}]/u.test(words) && !/[.,;:][\s*_]*$|[.;]\s/.test(words);
}

/** Whether a thing that has a title stands right before it, and no page after it: a page is of what is quoted from it. */
function isAnnounced(ahead: string, behind: string): boolean {
  const word = /(?:^|[\s(])(\p{L}+),?\s[[(*_]{0,2}$/u.exec(ahead)?.[1];
  const thing = word?.toLowerCase() ?? '';
  return (TITLED_THINGS.has(thing) || PARTS_WITH_TITLES.has(thing)) && !HAS_PAGE.test(behind);
}

/** A citation with a page right after a quotation. */
const HAS_PAGE =
  /^[.,]?\s?[([][^)\]\n]{0,80}(?:\b(?:pp?|S|pág|s)\.\s?\d|\d\d\d\d[a-z]?\s?[:,]\s?\d|@[^\s,;\]]+,?\s\d)/u;

function isNamed(ahead: string): boolean {
  const words = ahead
    .replace(/[\s,:([]+$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
  const space = words.lastIndexOf(' ');
  const word = words.slice(space + 1);
  const before = words.slice(words.lastIndexOf(' ', space - 1) + 1, Math.max(0, space));
  return (
    NAMING.has(word) ||
    TITLED_THINGS.has(word) ||
    (NAMED_THINGS.has(word) && before === 'the') ||
    (word === 'as' && before === 'known') ||
    STANDS_FOR.test(words)
  );
}
