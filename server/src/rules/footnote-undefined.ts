import { oneOfSeveralTexts, mayBeWritten } from '../checking/part-notes.ts';
import type { Fix, Rule } from '../checking/rule.ts';
import type { NoteMarker } from '../facts/model.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { TextRange } from '../text/range.ts';
import { deferred, say } from '../words/say.ts';

/** Letters, digits and characters between them; `[^0-9]` and similar are patterns. */
const LABEL = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.:*+-]*$/u;
const CHARACTER_CLASS = /^(?:[a-zA-Z0-9]-[a-zA-Z0-9])+$/;

/** Whether a marker follows no word or punctuation: a note call does, a pattern does not. */
function standsAlone({ from }: TextRange, text: string): boolean {
  return from === 0 || /[\s(|/,=:]/.test(text[from - 1]!);
}

/** A note that is written, but that Pandoc does not read as one for want of something. */
interface Unread {
  readonly message: string;
  readonly fix: Fix;
}

/** Where a note begins by GitHub's rules. */
const HEAD = /^ {0,3}\[\^([^\]\s]+)\]:/gm;

/** Of each label the first line on which a note of it begins that is none to Pandoc, because the line above is not blank. */
function headsBelowText({ text, lines }: DocumentText): ReadonlyMap<string, number> {
  const heads = new Map<string, number>();
  for (const { 1: label, index } of text.matchAll(HEAD)) {
    const line = lines.lineAt(index);
    if (line === 0 || heads.has(label!)) continue;
    if (text.slice(lines.lineStart(line - 1), lines.lineEnd(line - 1)).trim() !== '') heads.set(label!, line);
  }
  return heads;
}

/** A note that is none to Pandoc, because the line above its `line` is not blank, as GitHub would not mind. */
function missingBlankLine(label: string, line: number, { lines }: DocumentText): Unread {
  const start = lines.lineStart(line);
  return {
    message: say(
      'Note “{label}” stands on line {line}, but a blank line is missing above it, so that Pandoc reads no note there. Put one in.',
      { label, line: line + 1 },
    ),
    fix: {
      title: say('Put a blank line above the note'),
      edits: [{ range: { from: start, to: start }, insert: '\n' }],
    },
  };
}

/** What may follow the label of a note in place of its colon, with words after that. */
const FOR_COLON = /^(?:[ \t]*[：;.–—-]|[ \t]+:)?[ \t]+(?=\S)|^[ \t]*[：;](?=\S)/;
/** A line across the page, as it stands above notes. */
const ACROSS = /^ {0,3}([*_-])(?:[ \t]*\1){2,}[ \t]*$/;
const NOTE_HEAD = /^ {0,3}\[\^[^\]\s]+\][ \t:：;.–—-]/;

/**
 * Whether a marker begins a paragraph, a line below another such or one within another note, and words follow it: so a
 * note is written.
 */
function isHead({ range: { from, to }, inNote }: NoteMarker, { text, lines }: DocumentText): boolean {
  const line = lines.lineAt(from);
  if (!/^ {0,3}$/.test(text.slice(lines.lineStart(line), from))) return false;
  if (!FOR_COLON.test(text.slice(to, lines.lineEnd(line)))) return false;
  const above = line === 0 ? '' : text.slice(lines.lineStart(line - 1), lines.lineEnd(line - 1));
  return above.trim() === '' || inNote !== null || isBelowNote(line, { text, lines }) || ACROSS.test(above);
}

/** A note that is none to Pandoc, because no colon follows its label. */
function missingColon(label: string, { to }: TextRange, { text, lines }: DocumentText): Unread {
  const line = lines.lineAt(to);
  const instead = FOR_COLON.exec(text.slice(to, lines.lineEnd(line)))?.[0] ?? '';
  return {
    message: say(
      'Note “{label}” stands on line {line}, but a colon is missing after its label, so that Pandoc reads no note there. Put one in.',
      { label, line: line + 1 },
    ),
    fix: {
      title: say('Put a colon after the label of the note'),
      edits: [{ range: { from: to, to: to + instead.length }, insert: ': ' }],
    },
  };
}

/** The lines of a note that are looked through for its beginning. */
const MOST_LINES = 20;

/** Whether a line belongs to the paragraph of a note, or to several below each other. */
function isBelowNote(line: number, { text, lines }: Pick<DocumentText, 'text' | 'lines'>): boolean {
  for (let at = line - 1; at >= Math.max(0, line - MOST_LINES); at--) {
    const words = text.slice(lines.lineStart(at), lines.lineEnd(at));
    if (words.trim() === '') return false;
    if (NOTE_HEAD.test(words)) return true;
  }
  return false;
}

/**
 * Of labels that nothing defines: where a note begins whose colon is missing. One that is called nowhere has none, unless
 * it stands among notes.
 */
function headsWithoutColon(
  markers: readonly NoteMarker[],
  written: ReadonlySet<string>,
  text: DocumentText,
): ReadonlyMap<string, Head> {
  const heads = new Map<string, Head>();
  const called = new Set<string>();
  for (const marker of markers) {
    const { label, range, inNote } = marker;
    if (written.has(label)) continue;
    if (heads.has(label) || !isHead(marker, text)) called.add(label);
    else {
      const isSure = inNote !== null || isBelowNote(text.lines.lineAt(range.from), text);
      heads.set(label, { range, isSure, isCalled: false });
    }
  }
  for (const [label, head] of heads)
    if (called.has(label)) heads.set(label, { ...head, isCalled: true });
    else if (!head.isSure) heads.delete(label);
  return heads;
}

/** Where a note begins whose colon is missing. */
interface Head {
  readonly range: TextRange;
  /** Whether it stands among notes, so that it is one even where nothing calls it. */
  readonly isSure: boolean;
  readonly isCalled: boolean;
}

export const footnoteUndefined: Rule = {
  code: 'footnote-undefined',
  severity: 'error',
  title: deferred('Note that is called but not written'),
  what: deferred(
    'A note marker such as `[^3]` for which the document holds no note, or which stands inside another note.',
  ),
  why: deferred(
    'Pandoc prints such a marker letter by letter, and the reader looks for a note that is not there.',
  ),
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
      title: 'But it reads one that is called in an inline note of the text',
      fixture: 'Nine days^[So the union[^days].].\n\n[^days]: In its minutes.\n',
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
      const text = oneOfSeveralTexts(missing, part);
      yield text === null
        ? finding
        : { ...finding, message: `${finding.message} ${say('So it is in the text of “{text}”.', { text })}` };
    }
  },
  *checkDocument({ facts: { markers, definitions }, text }) {
    let written: ReadonlySet<string> | null = null;
    let next = 0;
    const called = new Set<string>();
    let heads: ReadonlyMap<string, Head> | null = null;
    let below: ReadonlyMap<string, number> | null = null;
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
          message: say(
            'Pandoc reads no note within a note: “{marker}” will be printed as it stands. Say in words which note you mean, or move the marker into the text.',
            { marker: `[^${marker.label}]` },
          ),
        };
      else if (
        !written.has(marker.label) &&
        LABEL.test(marker.label) &&
        !CHARACTER_CLASS.test(marker.label)
      ) {
        // What is told where the note is called is not told again at its own head.
        heads ??= headsWithoutColon(markers, written, text);
        const head = heads.get(marker.label);
        if (head?.isCalled && head.range.from === marker.range.from) continue;
        below ??= headsBelowText(text);
        const line = below.get(marker.label);
        const unread = head
          ? missingColon(marker.label, head.range, text)
          : line === undefined
            ? null
            : missingBlankLine(marker.label, line, text);
        if (unread && text.text[marker.range.to] === ':' && called.has(marker.label)) continue;
        called.add(marker.label);
        yield {
          range: marker.range,
          message:
            unread?.message ??
            say('Note “{label}” is called here but not written. Add a paragraph that begins with “{form}”.', {
              label: marker.label,
              form: `[^${marker.label}]:`,
            }),
          ...(unread ? { fixes: [unread.fix] } : {}),
          ...(unread === null && definitions.length === 0 && noneIsCalled()
            ? { needsScholarship: true as const }
            : {}),
        };
      }
    }
  },
};
