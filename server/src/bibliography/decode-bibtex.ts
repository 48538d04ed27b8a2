/**
 * Decoding with the full LaTeX library. Importing this file takes 45–60 ms (its tables and grammar), so only
 * `bibtex-library.ts` imports it, on demand.
 */
import { parse } from '@retorquere/bibtex-parser';
import type { Entry } from '@retorquere/bibtex-parser';
import type { BibtexFields } from './bibtex-fields.ts';
import { boundedFields, depthOf, MOST_DEPTH } from './bounded-entry.ts';
import { NAME_FIELDS } from './bibtex-to-csl.ts';
import { withJoinedLists } from './literal-lists.ts';
import { withoutUnseen } from './latex-unseen.ts';
import type { DecodedFields } from './bibtex-to-csl.ts';
import { decodeLightly } from './decode-lightly.ts';
import { foldSpace, isKnownCommand, latexToText } from './latex-text.ts';
import type { NameParts } from './bibtex-names.ts';
import { normalized } from '../text/normalized.ts';

/** Fields decoded lightly: long ones that are not displayed, and those in which LaTeX has no meaning. */
const LIGHT = new Set(
  'abstract file keywords annotation annote comment options review doi url eprint date urldate origdate eventdate'.split(
    ' ',
  ),
);
/** Dates and numbers need no decoding: the library would return them unchanged. */
const PLAIN = /^[\w\s.,:;/()?!-]*$/;

/**
 * Decodes one entry's fields with the library, in 1–2 ms. Falls back to light decoding where the library
 * fails or the brace depth is too large. Cuts fields that are too long. Never throws.
 */
export function decodeFully(type: string, fields: BibtexFields): DecodedFields {
  const { kept } = boundedFields(withJoinedLists(fields));
  const light = decodeLightly(type, kept);
  const hard = [...kept].filter(
    ([name, value]) =>
      !LIGHT.has(name) && !NAME_FIELDS.has(name) && !isPlain(value) && depthOf(value) <= MOST_DEPTH,
  );
  const entry = parsed(type, hard);
  if (!entry) return light;
  const text = new Map(light.text);
  for (const [name, value] of Object.entries(entry.fields)) {
    if (NAME_FIELDS.has(name)) continue;
    if (typeof value === 'string') text.set(name, tidy(value));
    else if (Array.isArray(value))
      text.set(name, tidy(value.filter((part) => typeof part === 'string').join('; ')));
  }
  return { text, names: namesOf(type, kept) ?? light.names };
}

/**
 * The names in which only the library knows some characters (`\\textschwa`), with these in Unicode; null
 * where there are none. We split names ourselves, since the library gives braces less meaning than Pandoc
 * does.
 */
function namesOf(type: string, fields: BibtexFields): ReadonlyMap<string, readonly NameParts[]> | null {
  let isRare = false;
  const lists = new Map<string, string>();
  for (const [name, value] of fields) {
    if (!NAME_FIELDS.has(name)) continue;
    lists.set(
      name,
      withoutUnseen(value).replace(/\\([A-Za-z]+)(?:\{\}|\s+)?/g, (command, word: string) => {
        if (isKnownCommand(word)) return command;
        isRare = true;
        const letter = parsed(type, [['note', `{\\${word}}`]])?.fields['note'];
        return typeof letter === 'string' ? tidy(letter) : command;
      }),
    );
  }
  return isRare ? decodeLightly(type, lists).names : null;
}

function isPlain(value: string): boolean {
  return PLAIN.test(value) && !value.includes('--');
}

function parsed(type: string, fields: readonly (readonly [string, string])[]): Entry | null {
  const body = fields.map(([name, value]) => `${name} = {${shielded(value)}}`).join(',\n');
  try {
    // A dummy key: the library allows fewer characters in keys than Pandoc does.
    const library = parse(`@${type}{key,\n${body}\n}`, {
      sentenceCase: false,
      caseProtection: false,
      applyCrossRef: false,
      unsupported: (_node, tex) => latexToText(tex),
    });
    return library.entries[0] ?? null;
  } catch {
    // It throws on some TeX that it does not know; the light decoding is used then.
    return null;
  }
}

const LESS = '\uE010';
const GREATER = '\uE011';

/** The names of TeX programs, for which the library has raised and small letters. */
const LOGO = /\\((?:La|Bib)?TeX)(?![A-Za-z])(?:\{\})?/g;

/**
 * Protects text from the library. It refuses a value with an odd number of `$`, which are money then. It
 * takes `%` for a comment, which is seldom meant in a bibliography, and `<` for the `¡` of the oldest TeX
 * fonts.
 */
function shielded(value: string): string {
  const seen = withoutUnseen(value);
  const dollars = seen.match(/(?<!\\)\$/g)?.length ?? 0;
  const even = dollars % 2 === 0 ? seen : seen.replace(/(?<!\\)\$/g, '\\$');
  return even
    .replace(/(?<![`\\])`(?!`)([^`'{}]+)'(?!')/g, '‘$1’')
    .replace(/(?<!\\)%/g, '\\%')
    .replace(LOGO, '$1')
    .replace(/</g, LESS)
    .replace(/>/g, GREATER);
}

/** Removes the library's markup for case, links and code, and keeps what CSL knows. */
function tidy(text: string): string {
  const plain = text.replace(/<\/?(?:span class="nocase"|code|a(?: href="[^"<>]*")?)>|<\/span>/g, '');
  return normalized(foldSpace(plain.replaceAll(LESS, '<').replaceAll(GREATER, '>')), 'NFC');
}
