import type { NoteDefinition } from '../facts/model.ts';
import { writtenElsewhere } from '../checking/part-notes.ts';
import type { Observation, PartView, Rule } from '../checking/rule.ts';
import type { CombinedText } from '../workspace/combined-texts.ts';
import { deferred, say } from '../words/say.ts';

export const footnoteDuplicate: Rule = {
  code: 'footnote-duplicate',
  severity: 'error',
  title: deferred('Note written twice'),
  what: deferred(
    'Two notes of one text under the same label, be it one document, one with its parts, or a book that becomes one document. Reported on each that is lost.',
  ),
  why: deferred('Pandoc prints the last of them at every marker; the others are lost.'),
  withoutFix: 'which of the notes is called only the person knows',
  examples: [
    {
      title: 'The first is lost',
      fixture:
        'Nine days[^1].\n\n⟦footnote-duplicate|[^1]⟧: By the count of the union.\n\n[^1]: By the count of the firm.\n',
    },
    {
      title: 'Labels tell the notes apart',
      fixture: 'Nine days[^1], or ten[^2].\n\n[^1]: The union.\n\n[^2]: The firm.\n',
    },
  ],
  *checkInTexts(part, own) {
    yield* own;
    const lost = new Set(own.map(({ range }) => range.from));
    for (const token of part.summary.written) {
      if (lost.has(token.range.from)) continue;
      for (const text of part.texts) {
        const last = lastOf(token.text, token.range.from, text, part);
        if (!last) continue;
        yield last(token.range);
        break;
      }
    }
  },
  dependsOnNames: ['definitions'],
  *checkDocument({ path, facts, text }) {
    if (areCounted(facts.definitions)) return;
    const last = new Map<string, NoteDefinition>();
    for (const definition of facts.definitions) last.set(definition.label, definition);
    for (const definition of facts.definitions) {
      const kept = last.get(definition.label)!;
      if (kept === definition) continue;
      const line = text.lines.lineAt(kept.range.from) + 1;
      yield {
        range: { from: definition.range.from, to: definition.labelRange.to + 1 },
        message: say(
          'Note “{label}” is written again on line {line}. Pandoc prints only the last; what stands here is lost. Give one of them another label.',
          { label: definition.label, line },
        ),
        related: [{ path, range: kept.labelRange, message: say('The note that is printed') }],
      };
    }
  },
};

/** The finding for a note at `from` that another document of the text defines again; null where none does. */
function lastOf(
  label: string,
  from: number,
  text: CombinedText,
  { summary, library }: PartView,
): ((range: Observation['range']) => Observation) | null {
  const elsewhere = writtenElsewhere(label, text, { summary, library, texts: [text] });
  if (elsewhere.length === 0) return null;
  const { texts } = library;
  const own = texts.placeIn(text, summary.path, from);
  for (const { path, token } of elsewhere) {
    const other = texts.placeIn(text, path, token.range.from);
    if (!own || !other || !comesAfter(other, own)) continue;
    const line = (library.linesOf(path)?.lineAt(token.range.from) ?? 0) + 1;
    return (range) => ({
      range,
      message: say(
        'Note “{label}” is written again in “{file}”, line {line}, which stands in one text with this. Pandoc prints only the last; what stands here is lost. Give one of them another label.',
        { label, file: path, line },
      ),
      related: [{ path, range: token.range, message: say('Written again') }],
    });
  }
  return null;
}

function comesAfter(one: readonly number[], other: readonly number[]): boolean {
  for (let i = 0; i < Math.min(one.length, other.length); i++)
    if (one[i] !== other[i]) return one[i]! > other[i]!;
  return one.length > other.length;
}

/** Whether labels ascend like numbers: a quick test that there are no duplicates. */
function areCounted(definitions: readonly NoteDefinition[]): boolean {
  for (let i = 1; i < definitions.length; i++) {
    const before = definitions[i - 1]!.label;
    const { label } = definitions[i]!;
    if (label.length < before.length || (label.length === before.length && label <= before)) return false;
  }
  return true;
}
