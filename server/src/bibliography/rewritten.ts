/**
 * Whether another program writes a bibliography anew, so that nothing written into it by hand would last: its header, or
 * what it keeps for itself in the file, says so.
 */

/** Where programs say it: at the head, and JabRef at the end as well. */
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

/** The program that writes a bibliography anew; null where none says so. */
export function rewrittenBy(text: string): string | null {
  const ends = text.length > 2 * STRETCH ? [text.slice(0, STRETCH), text.slice(-STRETCH)] : [text];
  for (const [program, sign] of SIGNS) if (ends.some((end) => sign.test(end))) return program;
  return null;
}

/** Why such a file is not written, and where the change belongs, in a sentence. */
export function whereItBelongs(path: string, program: string): string {
  const place = program === 'JabRef' ? 'JabRef' : 'Zotero';
  return `“${path}” is written anew by ${program}, which would undo the change: make it in ${place}.`;
}
