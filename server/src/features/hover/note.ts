import { escapeLine, escapeMarkdown } from '../../text/markdown-escape.ts';
import { plainText } from '../../facts/plain-text.ts';
import { withCitedWorks } from '../cited-words.ts';
import { partsBeside } from '../references/notes.ts';
import type { FeatureRequest } from '../request.ts';
import { shortened } from '../../text/shortened.ts';
import { say } from '../../words/say.ts';

/** How much of a note is shown, in UTF-16 units. */
const LONGEST = 1500;

/** The text of the note that is printed for `label`, or the file that defines it; null where there is none. */
export function noteCard(label: string, request: FeatureRequest): string | null {
  const { view, library } = request;
  const definition = view.facts.definitions.findLast((each) => each.label === label);
  if (!definition) {
    const part = partsBeside(view.path, library).find(({ written }) =>
      written.some(({ text }) => text === label),
    );
    return part
      ? say('**Note {label}** is written in {file}.', {
          label: escapeLine(label),
          file: escapeLine(part.path),
        })
      : null;
  }
  const paragraphs = withCitedWorks(definition.bodyRange, request)
    .split(/\n[ \t]*\n/)
    .map((paragraph) => plainText(paragraph.trim()))
    .filter((paragraph) => paragraph !== '');
  const words = paragraphs.join('\n\n');
  // Truncated before escaping: half an escape would have another meaning.
  const shown = escapeMarkdown(shortened(words, LONGEST));
  return `${say('**Note {label}**', { label: escapeLine(label) })}\n\n${shown || say('_(empty)_')}`;
}
