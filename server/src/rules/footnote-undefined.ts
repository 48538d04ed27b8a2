import type { Rule } from '../checking/rule.ts';

/** Letters, digits and what stands between them; `[^0-9]` and its like are patterns, not notes. */
const LABEL = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.:*+-]*$/u;
const CHARACTER_CLASS = /^(?:[a-zA-Z0-9]-[a-zA-Z0-9])+$/;

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
    { title: 'Code is not prose', fixture: 'The pattern `[^abc]` matches one letter.\n' },
  ],
  dependsOnNames: ['markers', 'definitions'],
  *checkDocument({ facts: { markers, definitions } }) {
    let written: ReadonlySet<string> | null = null;
    let next = 0;
    for (const marker of markers) {
      // Most notes are written in the order in which they are called.
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
      else if (!written.has(marker.label) && LABEL.test(marker.label) && !CHARACTER_CLASS.test(marker.label))
        yield {
          range: marker.range,
          message: `Note “${marker.label}” is called here but not written. Add a paragraph that begins with “[^${marker.label}]:”.`,
        };
    }
  },
};
