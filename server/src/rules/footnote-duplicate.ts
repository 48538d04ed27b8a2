import type { NoteDefinition } from '../facts/model.ts';
import type { Rule } from '../checking/rule.ts';

export const footnoteDuplicate: Rule = {
  code: 'footnote-duplicate',
  severity: 'error',
  title: 'Note written twice',
  what: 'Two notes of one document under the same label. Reported on each that is lost.',
  why: 'Pandoc prints the last of them at every marker; the others are lost.',
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
        message: `Note “${definition.label}” is written again on line ${line}. Pandoc prints only the last; what stands here is lost. Give one of them another label.`,
        related: [{ path, range: kept.labelRange, message: 'The note that is printed' }],
      };
    }
  },
};

/** Whether each label comes after the one before it, as numbers do: then no two are the same. */
function areCounted(definitions: readonly NoteDefinition[]): boolean {
  for (let i = 1; i < definitions.length; i++) {
    const before = definitions[i - 1]!.label;
    const { label } = definitions[i]!;
    if (label.length < before.length || (label.length === before.length && label <= before)) return false;
  }
  return true;
}
