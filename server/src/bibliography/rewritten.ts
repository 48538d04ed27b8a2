import { say } from '../words/say.ts';
/**
 * Whether a program regenerates a bibliography, so that manual edits would be lost. The header, or data that
 * the program keeps in the file, says so.
 */

/** How much is searched at the start, and (because of JabRef) at the end, in UTF-16 units. */
const STRETCH = 1 << 14;

const SIGNS: readonly (readonly [program: string, sign: RegExp])[] = [
  ['JabRef', /@comment\s*\{\s*jabref-meta:|This file was created with JabRef|^\s*% ?Encoding: ?\S+\s*$/im],
  [
    'Better BibTeX',
    /^\s*%.*\bBetter ?Bib(?:La)?TeX\b|^% == Bib(?:La)?TeX quality report|"label"\s*:\s*"Better ?Bib(?:La)?TeX[^"]*"/im,
  ],
  [
    'Zotero',
    /^\s*(?:%|#|@comment\s*\{).*\b(?:written|exported|generated|created|managed) (?:by|from|with) Zotero\b/im,
  ],
];

/** The program that regenerates a bibliography; null where none is recognised. */
export function rewrittenBy(text: string): string | null {
  const ends = text.length > 2 * STRETCH ? [text.slice(0, STRETCH), text.slice(-STRETCH)] : [text];
  for (const [program, sign] of SIGNS) if (ends.some((end) => sign.test(end))) return program;
  return null;
}

/** Why such a file is not edited, and where to make the change instead, as a sentence. */
export function whereItBelongs(path: string, program: string): string {
  const place = program === 'JabRef' ? 'JabRef' : 'Zotero';
  return say('“{path}” is written anew by {program}, which would undo the change: make it in {place}.', {
    path,
    program,
    place,
  });
}
