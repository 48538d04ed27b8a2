import type { DocumentView } from '../../checking/rule.ts';
import type { Library } from '../../workspace/library.ts';

/** The mentions of actors, marked ones and those by name, in the order of the text. */
export function inspectedMentions(view: DocumentView, library: Library): object[] {
  const marked = view.facts.actorMarks.map(({ text, range, refs }) => ({
    style: 'marked',
    text,
    range,
    actors: refs.map((ref) => ref.text),
    status: refs.every((ref) => library.actors(ref.text).length > 0) ? 'resolved' : 'unresolved',
  }));
  const named = library.mentions.in(view).map(({ matched, range, ids }) => ({
    style: 'name',
    text: matched,
    range,
    actors: [...ids],
    status: ids.length > 1 ? 'ambiguous' : 'resolved',
  }));
  return [...marked, ...named]
    .sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to)
    .map((mention) => ({ ...mention, range: view.text.lines.positions(mention.range) }));
}
