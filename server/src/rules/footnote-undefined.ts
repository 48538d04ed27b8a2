import { inWhichTexts, mayBeWritten } from '../checking/part-notes.ts';
import type { Rule } from '../checking/rule.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { TextRange } from '../text/range.ts';

/** Letters, digits and characters between them; `[^0-9]` and similar are patterns. */
const LABEL = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.:*+-]*$/u;
const CHARACTER_CLASS = /^(?:[a-zA-Z0-9]-[a-zA-Z0-9])+$/;

/** Whether a marker follows no word or punctuation: a note call does, a pattern does not. */
function standsAlone({ from }: TextRange, text: string): boolean {
  return from === 0 || /[\s(|/,=:]/.test(text[from - 1]!);
}

/**
 * The message where a note is none to Pandoc, because the line above it is not blank (which GitHub allows); null
 * where there is no such note.
 */
function missingBlankLine(label: string, { text, lines }: DocumentText): string | null {
  const head = `[^${label}]:`;
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    const line = lines.lineAt(at);
    const indent = text.slice(lines.lineStart(line), at);
    if (line === 0 || !/^ {0,3}$/.test(indent)) continue;
    if (text.slice(lines.lineStart(line - 1), lines.lineEnd(line - 1)).trim() === '') continue;
    return `Note “${label}” stands on line ${line + 1}, but a blank line is missing above it, so that Pandoc reads no note there. Put one in.`;
  }
  return null;
}

export const footnoteUndefined: Rule = {
  code: 'footnote-undefined',
  severity: 'error',
  title: 'Note that is called but not written',
  what: 'A note marker such as `[^3]` for which the document holds no note, or which stands inside another note.',
  why: 'Pandoc prints such a marker letter by letter, and the reader looks for a note that is not there.',
  examples: [
    {
      title: 'A marker without its note',
      fixture: 'The strike lasted nine days⟦footnote-undefined|[^days]⟧.\n',
    },
    {
      title: 'The note is there',
      fixture: 'The strike lasted nine days[^days].\n\n[^days]: Ten by the count of the firm.\n',
    },
    {
      title: 'Pandoc reads no note within a note',
      fixture:
        'Nine days[^days], or ten[^firm].\n\n[^days]: So the union; but see ⟦footnote-undefined|[^firm]⟧.\n\n[^firm]: So the firm.\n',
    },
    {
      title: 'A part that is taken in is the same text',
      fixture: `//- paper.qmd
Nine days[^days], or ten⟦footnote-undefined|[^firm]⟧.

{{< include _notes.qmd >}}
//- _notes.qmd
[^days]: By the count of the union.
`,
    },
    { title: 'Code is not prose', fixture: 'The pattern `[^abc]` matches one letter.\n' },
    {
      title: 'Nor is a pattern in a text without notes, where nobody keeps works',
      fixture: 'Both [^1] and [^note] match one letter, as do [^/]* and ([^x]).\n',
    },
    {
      title: 'A marker that stands by itself is a note’s all the same where somebody does',
      fixture:
        '//- works.bib\n@book{meyer2011, title = {Dockers}}\n//- notes.md\nThe strike lasted nine days ⟦footnote-undefined|[^days]⟧.\n',
    },
  ],
  dependsOnNames: ['markers', 'definitions'],
  *checkInTexts(part, own) {
    const called = new Map(part.summary.called.map(({ text, range }) => [range.from, text]));
    const written = new Set(part.summary.written.map(({ text }) => text));
    for (const finding of own) {
      const label = called.get(finding.range.from);
      // Inside a note, or defined in the document itself.
      if (label === undefined || written.has(label)) {
        yield finding;
        continue;
      }
      const missing = part.texts.filter((text) => !mayBeWritten(label, text, part));
      if (missing.length === 0) continue;
      const where = inWhichTexts(missing, part);
      yield where === '' ? finding : { ...finding, message: `${finding.message} So it is${where}.` };
    }
  },
  *checkDocument({ facts: { markers, definitions }, text }) {
    let written: ReadonlySet<string> | null = null;
    let next = 0;
    const called = new Set<string>();
    let alone: boolean | null = null;
    const noneIsCalled = () => (alone ??= markers.every(({ range }) => standsAlone(range, text.text)));
    for (const marker of markers) {
      // Fast path: most notes are defined in the order of their calls.
      if (marker.inNote === null && definitions[next]?.label === marker.label) {
        next++;
        continue;
      }
      written ??= new Set(definitions.map((definition) => definition.label));
      if (marker.inNote !== null && written.has(marker.label))
        yield {
          range: marker.range,
          message: `Pandoc reads no note within a note: “[^${marker.label}]” will be printed as it stands. Say in words which note you mean, or move the marker into the text.`,
        };
      else if (
        !written.has(marker.label) &&
        LABEL.test(marker.label) &&
        !CHARACTER_CLASS.test(marker.label)
      ) {
        const unparted = missingBlankLine(marker.label, text);
        // It is reported at the note call, and not again at the note itself.
        const isHead = text.text[marker.range.to] === ':';
        if (unparted !== null && isHead && called.has(marker.label)) continue;
        called.add(marker.label);
        yield {
          range: marker.range,
          message:
            unparted ??
            `Note “${marker.label}” is called here but not written. Add a paragraph that begins with “[^${marker.label}]:”.`,
          ...(unparted === null && definitions.length === 0 && noneIsCalled()
            ? { needsScholarship: true as const }
            : {}),
        };
      }
    }
  },
};
