import { mayBeCalled } from '../checking/part-notes.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const footnoteUnused: Rule = {
  code: 'footnote-unused',
  severity: 'warning',
  title: deferred('Note that nothing calls'),
  what: deferred('A note `[^label]: …` whose marker stands nowhere in the text.'),
  why: deferred('Pandoc leaves it out without a word: what you wrote there reaches no reader.'),
  examples: [
    {
      title: 'A note left behind',
      fixture: 'The strike lasted nine days.\n\n⟦footnote-unused|[^days]⟧: Ten by the count of the firm.\n',
    },
    {
      title: 'Called twice is called',
      fixture: 'Nine days[^days]. Again: nine[^days].\n\n[^days]: Ten by the count of the firm.\n',
    },
  ],
  *checkInTexts(part, own) {
    const written = new Map(part.summary.written.map(({ text, range }) => [range.from, text]));
    for (const finding of own) {
      const label = written.get(finding.range.from);
      if (label === undefined || !part.texts.some((text) => mayBeCalled(label, text, part))) yield finding;
    }
  },
  dependsOnNames: ['markers', 'definitions'],
  *checkDocument({ facts: { markers, definitions }, text }) {
    let called: ReadonlySet<string> | null = null;
    const reported = new Set<string>();
    let next = 0;
    for (const definition of definitions) {
      // Fast path: most notes are defined in the order of their calls.
      const marker = markers[next];
      if (marker?.inNote === null && marker.label === definition.label) {
        next++;
        continue;
      }
      called ??= new Set(markers.filter(({ inNote }) => inNote === null).map(({ label }) => label));
      if (called.has(definition.label) || reported.has(definition.label)) continue;
      reported.add(definition.label);
      const to = definition.labelRange.to + (text.text[definition.labelRange.to] === ']' ? 1 : 0);
      yield {
        range: { from: definition.range.from, to },
        message: say(
          'Note “{label}” is called nowhere in the text, so it will not be printed. Put “{marker}” where it belongs, or delete the note.',
          { label: definition.label, marker: `[^${definition.label}]` },
        ),
        unnecessary: true,
      };
    }
  },
};
