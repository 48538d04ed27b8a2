/**
 * The library that reads LaTeX in full. Importing this file costs 45–60 ms (its tables and grammar), so it is
 * imported by `bibtex-library.ts` alone, when somebody asks for it.
 */
import { parse } from '@retorquere/bibtex-parser';
import type { Creator, Entry } from '@retorquere/bibtex-parser';
import type { BibtexFields } from './bibtex-fields.ts';
import { boundedFields, depthOf, MOST_DEPTH } from './bounded-entry.ts';
import type { NameParts } from './bibtex-names.ts';
import { NAME_FIELDS } from './bibtex-to-csl.ts';
import type { DecodedFields } from './bibtex-to-csl.ts';
import { decodeLightly } from './decode-lightly.ts';
import { foldSpace, latexToText } from './latex-text.ts';
import { normalized } from '../text/normalized.ts';

/** Read lightly: long and shown nowhere, or addresses, in which LaTeX means nothing. */
const LIGHT = new Set(
  'abstract file keywords annotation annote comment options review doi url eprint urldate'.split(' '),
);
/** Dates and numbers are read by us: the library would only give them back. */
const PLAIN = /^[\w\s.,:;/()?!-]*$/;

/**
 * Decodes one entry's fields by the library, 1–2 ms; lightly where it fails, or where braces stand too deep in each
 * other for it. Fields too long for it are cut. Throws nothing.
 */
export function decodeFully(type: string, fields: BibtexFields): DecodedFields {
  const { kept } = boundedFields(fields);
  const light = decodeLightly(type, kept);
  const hard = [...kept].filter(
    ([name, value]) =>
      !LIGHT.has(name) && (NAME_FIELDS.has(name) || !isPlain(value)) && depthOf(value) <= MOST_DEPTH,
  );
  const entry = parsed(type, hard);
  if (!entry) return light;
  const text = new Map(light.text);
  const names = new Map(light.names);
  for (const [name, value] of Object.entries(entry.fields)) {
    if (NAME_FIELDS.has(name) && isCreators(value)) names.set(name, value.map(nameParts).filter(isSomebody));
    else if (NAME_FIELDS.has(name)) continue;
    else if (typeof value === 'string') text.set(name, tidy(value));
    else if (Array.isArray(value))
      text.set(name, tidy(value.filter((part) => typeof part === 'string').join('; ')));
  }
  return { text, names };
}

function isPlain(value: string): boolean {
  return PLAIN.test(value) && !value.includes('--');
}

function parsed(type: string, fields: readonly (readonly [string, string])[]): Entry | null {
  const body = fields.map(([name, value]) => `${name} = {${shielded(value)}}`).join(',\n');
  try {
    // The key is ours: the library takes fewer signs in keys than Pandoc does.
    const library = parse(`@${type}{key,\n${body}\n}`, {
      sentenceCase: false,
      caseProtection: false,
      applyCrossRef: false,
      unsupported: (_node, tex) => latexToText(tex),
    });
    return library.entries[0] ?? null;
  } catch {
    // It throws on some TeX that it does not know; the light reading then stands.
    return null;
  }
}

const LESS = '\uE010';
const GREATER = '\uE011';

/**
 * The library refuses a value with an odd number of `$`: then they are money, not mathematics. It takes `%`
 * for a comment, which in a bibliography it seldom is, and `<` for the `¡` of TeX's oldest fonts.
 */
function shielded(value: string): string {
  const dollars = value.match(/(?<!\\)\$/g)?.length ?? 0;
  const even = dollars % 2 === 0 ? value : value.replace(/(?<!\\)\$/g, '\\$');
  return even
    .replace(/(?<!\\)%/g, '\\%')
    .replace(/</g, LESS)
    .replace(/>/g, GREATER);
}

/** It knows fewer fields for lists of people than we do; of others it gives text, and the light reading stands. */
function isCreators(value: unknown): value is Creator[] {
  return Array.isArray(value) && value.every((creator) => typeof creator === 'object' && creator !== null);
}

function nameParts(creator: Creator): NameParts {
  if (creator.name !== undefined) return { literal: tidy(creator.name) };
  return {
    ...(creator.lastName ? { family: tidy(creator.lastName) } : {}),
    ...(creator.firstName ? { given: tidy(creator.firstName) } : {}),
    ...(creator.prefix ? { particle: tidy(creator.prefix) } : {}),
    ...(creator.suffix ? { suffix: tidy(creator.suffix) } : {}),
  };
}

function isSomebody(name: NameParts): boolean {
  const whole = name.literal ?? name.family ?? name.given ?? '';
  return whole !== '' && whole.toLowerCase() !== 'others';
}

/** Its markup for case and links goes, what CSL knows of it stays. */
function tidy(text: string): string {
  const plain = text.replace(/<\/?(?:span class="nocase"|a(?: href="[^"<>]*")?)>|<\/span>/g, '');
  return normalized(foldSpace(plain.replaceAll(LESS, '<').replaceAll(GREATER, '>')), 'NFC');
}
