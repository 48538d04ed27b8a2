import { folded, foldedWords } from './folding.ts';
import type { FoundName } from './model.ts';
import { BODY_WORDS, CONNECTORS, PARTICLES, SURNAMES_FIRST } from './name-words.ts';

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[ -]?|\p{Lu}[ -]?){1,4}$/u;
const FAMILY_WITH_INITIALS = /^(.*\p{L}{2,}[’'.]?)\s+((?:\p{Lu}\.?[ -]?){1,4})$/u;
const EDITORS =
  /[\s,]*[([]?\b(?:eds?|editors?|hrsg|hg|dirs?|coords?|comps?|a cura di|org|orgs|trans|ed)\b\.?\s*[)\]]?[\s.,:]*$/iu;
const ET_AL =
  /[\s,;&]*(?:\bet\s+al(?:ii)?\b\.?|\bu\.\s?a\b\.?|\b(?:and others|und andere|e outros|y otros|e altri|et autres|en anderen|och andra)\b|\bet coll\b\.?|等)[\s.,]*$/iu;
/** `徐毅`, `卡尔·波兰尼`, `E·P·汤普森`, `T.H.马歇尔`. */
const HAN = /^(?:[A-Z][.．·•]?){0,4}[\p{Script=Han}·•]{2,14}$/u;
const FOREIGN_HAN = /^(.*[A-Za-z.．·•])[.．·•]?(\p{Script=Han}{2,})$/u;
/** A double family name in capitals. */
const IN_CAPITALS = /^[\p{Lu}\p{M}'’-]+(?:\s(?:D[AEO]S?\s)?[\p{Lu}\p{M}'’-]{3,})+$/u;
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** Whether the head of an entry says that others than those named are its authors: ‘Weaver, A. et al.’ */
export function nameOthers(head: string): boolean {
  return ET_AL.test(
    head
      .slice(0, LONGEST_HEAD)
      .replace(/[\s,.:(]+$/u, '')
      .replace(EDITORS, ''),
  );
}

/**
 * Reads the names at the head of an entry: `Lee CK and Shen Y`, `Lee, C. K., & Shen, Y.`, `Lee, Ching Kwan, and
 * Yuan Shen`, `Müller, H./Schmidt, K.`, `DUPONT Jean`, `徐毅、李静君`, or an organisation. Reads at most 1,000 characters.
 * @param natural whether given names come first, as after `——— and`
 */
export function parseEntryNames(head: string, natural = false): FoundName[] {
  let text = beginningOf(head)
    // A Chinese comma between Latin names is a comma.
    .replace(/(?<=[\p{Script=Latin}.])\s?，\s?(?=[&\p{Script=Latin}])/gu, ', ')
    .replace(/(?<=[,;])&(?=\s?\p{Lu})/gu, ' &')
    // ‘WEAVER, A. u. B. DYER’, ‘WEAVER, A. a. DYER, B.’
    .replace(/(?<=\p{Lu}\.)\s?[ua]\.\s+(?=\p{Lu}[\p{L}.])/gu, ' & ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:,;\s(（，：]+$/u, (end) =>
      end.includes('.') && /\b\p{Lu}\.$/u.test(head.trim()) ? '.' : '',
    );
  text = text.replace(EDITORS, '').replace(ET_AL, '').replace(EDITORS, '').trim();
  if (text === '') return [];
  const han = text.split(/\s*,\s*/).every((part) => HAN.test(part.replace(/\s/g, '')));
  if (han || /[、，]/.test(text)) {
    const parts = text.split(/\s*(?:[、，,;；]|和|与|與|及)\s*/u).filter((part) => part !== '');
    // A line break or a scanned page leaves blanks within: ‘王小 明’.
    const whole = (part: string): string =>
      HAN.test(part.replace(/\s/g, '')) ? part.replace(/\s/g, '') : part;
    return parts.map((part) => hanName(part) ?? single(whole(part), false));
  }
  const separator = text.includes(';')
    ? /\s*;\s*(?:(?:and|und|et|y|e|&)\s+)?/u
    : /\p{L}[.]?\s?\/\s?\p{Lu}/u.test(text)
      ? /\s*\/\s*/u
      : null;
  if (separator)
    return text
      .split(separator)
      .filter(Boolean)
      .flatMap((part, i) =>
        JOINED.test(part)
          ? commaSeparated(part, natural)
          : // ‘Bigger, Nora /Rick Delbrook’, ‘Bigger, Nora; Rick van Delbrook’: only the first name is inverted.
            [
              single(
                part,
                natural ||
                  (i > 0 && !part.includes(',') && (text.includes('/') || FIRST_INVERTED.test(text))),
              ),
            ],
      );
  return commaSeparated(text, natural);
}

const LONGEST_HEAD = 1000;

/** As much of a head as is read; it ends with a whole name. */
function beginningOf(head: string): string {
  if (head.length <= LONGEST_HEAD) return head;
  const end = head.lastIndexOf(',', LONGEST_HEAD);
  return head.slice(0, end > 0 ? end : LONGEST_HEAD);
}

/** ‘Holbrook, Beverley & Atkinson, Paul’, between semicolons. */
const JOINED = /,.+\s(?:and|und|et|y|e|och|og|en|&)\s.+,/u;

/** ‘Bigger, Nora;’, with a whole given name. */
const FIRST_INVERTED = /^\p{Lu}[\p{L}'’ -]+,\s\p{Lu}\p{Ll}[^,;]*;/u;

/** A foreign name in Chinese characters: the family name comes last. */
function hanName(text: string): FoundName | null {
  const foreign = FOREIGN_HAN.exec(text.replace(/\s/g, ''));
  if (!foreign) return null;
  return { family: foreign[2]!, given: foreign[1]!.replace(/[.．·•]$/u, ''), isBody: false };
}

const SMALL =
  /^(?:of|for|on|in|the|to|au|aux|für|pour|para|per|a|c|s|eds?|hrsg|hg|dir|coord|with|von|et|al)\.?$/iu;

/**
 * Whether words are only names: without lower-case words except particles, those in names of organisations, and what
 * says of whoever is named that there are more of them, or that they are editors.
 */
export function areNames(words: string): boolean {
  return words
    .replace(/[([][^)\]]*[)\]]/g, ' ')
    .replace(/[\s(:]+$/, '')
    .replace(EDITORS, '')
    .replace(ET_AL, '')
    .split(/[\s,;:/&]+/)
    .every(
      (word) =>
        !/^\p{Ll}{2,}/u.test(word) ||
        SMALL.test(word) ||
        PARTICLES.has(folded(word).replace(/\.$/, '')) ||
        CONNECTORS.has(word),
    );
}

interface Piece {
  readonly text: string;
  readonly joined: boolean;
}

/** `Adler, R. A., …`: the first name is a person's; an organisation may follow. */
const PERSON_FIRST = /^\p{Lu}[\p{L}'’ -]{1,40},\s(?:\p{Lu}\.[ -]?){1,4}(?=[,&\s]|$)/u;

/** `Loom Team, Anna Weaver, Ben Dyer, …`: a group, then its members. */
const TEAM_FIRST = /^(?:\p{Lu}\S*\s){1,3}Team,(?:\s(?:\p{Lu}[\p{L}.'’-]*\s?){2,4},){2}/u;

function commaSeparated(text: string, natural: boolean): FoundName[] {
  if (!PERSON_FIRST.test(text) && looksLikeBody(text) && !TEAM_FIRST.test(text)) return [body(text)];
  const pieces: Piece[] = [];
  const splitter = /\s*,?\s+(?:and|und|et|y|e|och|og|en|&)\s+|\s*[,&]\s*/gu;
  let from = 0;
  let joined = false;
  const push = (to: number): void => {
    const piece = text.slice(from, to).trim();
    if (piece !== '' && !GENERATION.test(piece)) pieces.push({ text: piece, joined });
  };
  for (let match = splitter.exec(text); match; match = splitter.exec(text)) {
    push(match.index);
    joined = !/^\s*,\s*$/.test(match[0]);
    from = match.index + match[0].length;
  }
  push(text.length);
  const [first, second] = pieces;
  if (!first) return [];
  if (TEAM_FIRST.test(text))
    return [body(first.text), ...pieces.slice(1).map((piece) => single(piece.text, true))];
  if (natural && !isOneWord(first.text) && !FAMILY_WITH_INITIALS.test(first.text))
    return pieces.map((piece) => single(piece.text, true));
  // ‘AMORIM NETO, O.’: the second surname is in capitals, and not initials.
  const isTurned =
    second !== undefined && IN_CAPITALS.test(first.text) && !second.joined && areInitials(second.text);
  if (!second) return [single(first.text, natural)];
  if (FAMILY_WITH_INITIALS.test(first.text) && !isTurned)
    // ‘ZHANG X, WU DL’: a family name of two letters is none of the initials.
    return pairs(
      pieces,
      ({ text: own }) => areInitials(own) && !/^\p{Lu}{2,}\s\p{Lu}{1,3}$/u.test(own),
      natural,
    );
  if (second.joined) return pieces.map((piece) => single(piece.text, piece.joined && !isOneWord(piece.text)));
  if (areInitials(second.text)) return pairs(pieces, (piece) => areInitials(piece.text));
  const last = pieces[pieces.length - 1]!;
  // Only family names, as in some lists of editors.
  if (pieces.length > 2 && last.joined && pieces.every((piece) => isOneWord(piece.text))) {
    return pieces.map((piece) => ({ family: piece.text, given: null, isBody: false }));
  }
  const rest = pieces.slice(2);
  // After the last ‘and’ a family name comes first: all names are inverted.
  const joint = pieces.findLastIndex((piece) => piece.joined);
  if (joint > 1 && joint === pieces.length - 2 && pieces.length % 2 === 0) return pairs(pieces, () => true);
  const inPairs =
    rest.length >= 2 &&
    rest.length % 2 === 0 &&
    rest.every((piece) => isOneWord(piece.text) || areInitials(piece.text));
  if (inPairs) return pairs(pieces, () => true);
  return [
    { family: first.text, given: second.text, isBody: false },
    ...rest.map((piece) => single(piece.text, true)),
  ];
}

function pairs(pieces: readonly Piece[], isGiven: (piece: Piece) => boolean, natural = true): FoundName[] {
  const names: FoundName[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const next = pieces[i + 1];
    if (next && !next.joined && isGiven(next)) {
      names.push({ family: pieces[i]!.text, given: next.text, isBody: false });
      i++;
    } else names.push(single(pieces[i]!.text, natural));
  }
  return names;
}

/** Initials, then particles and `Jr.`: `L. van`, `G. C. de`. */
function areInitials(text: string): boolean {
  return INITIALS.test(
    text
      .replace(/(?<=\.)\s(?:d[aeo]s?|de la)(?=\s\p{Lu})/gu, '')
      .replace(/(?:\s(?:\p{Ll}{1,5}|[JS]r\.?|I{2,3}|IV))+$/u, ''),
  );
}

function isOneWord(text: string): boolean {
  return !/\s/.test(text);
}

/** Reads one name. `natural`: the given name comes first by default. */
function single(text: string, natural: boolean): FoundName {
  const trimmed = text.replace(/^[\s,]+/, '').trim();
  const comma = trimmed.indexOf(',');
  if (comma >= 0) {
    return {
      family: trimmed.slice(0, comma).trim(),
      given: trimmed.slice(comma + 1).trim() || null,
      isBody: false,
    };
  }
  const sage = FAMILY_WITH_INITIALS.exec(trimmed);
  if (sage && !looksLikeBody(trimmed)) return { family: sage[1]!, given: sage[2]!, isBody: false };
  if (looksLikeBody(trimmed)) return body(trimmed);
  return splitWords(trimmed, natural);
}

function splitWords(text: string, natural: boolean): FoundName {
  const words = text.split(' ');
  if (words.length === 1) return { family: text, given: null, isBody: false };
  const isCapitals = (word: string): boolean =>
    word.length > 1 && word === word.toUpperCase() && /^[\p{Lu}'’-]+$/u.test(word);
  if (isCapitals(words[0]!) && !isCapitals(words[words.length - 1]!)) return familyFirst(words);
  if (!isCapitals(words[0]!) && isCapitals(words[words.length - 1]!)) return familyLast(words);
  if (INITIALS.test(words[0]!)) return familyLast(words);
  if (natural) return familyLast(words);
  if (PARTICLES.has(folded(words[0]!))) return { family: text, given: null, isBody: false };
  if (words.length <= 3 && SURNAMES_FIRST.has(folded(words[0]!))) return familyFirst(words);
  // Lists put the family name first, so two words without a comma are an organisation, or a name that is not inverted.
  return body(text);
}

function familyFirst(words: readonly string[]): FoundName {
  return { family: words[0]!, given: words.slice(1).join(' '), isBody: false };
}

function familyLast(words: readonly string[]): FoundName {
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has(folded(words[from - 1]!)) && /^\p{Ll}/u.test(words[from - 1]!)) from--;
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' '), isBody: false };
}

/**
 * A name in natural order, as in prose: `Ching Kwan Lee`, `C. K. Lee`, `Xu Yi`, `van Dijk`. All of it goes into
 * `family`.
 */
export function proseName(text: string): FoundName {
  const family = text.replace(/\s+/g, ' ').trim();
  return { family, given: null, isBody: looksLikeBody(family) };
}

function body(text: string): FoundName {
  return { family: text, given: null, isBody: true };
}

/** Whether a name is that of an organisation, by its words. */
export function looksLikeBody(text: string): boolean {
  if (/\b(?:of|for|the|des|für|pour|para|per)\s/iu.test(text) && /\s/.test(text)) return true;
  if (/^\p{Lu}{3,}$/u.test(text)) return true;
  if (!text.includes(' ')) return false;
  return foldedWords(text).some((word) => BODY_WORDS.has(word));
}
