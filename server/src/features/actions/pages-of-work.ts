import type { PandocCitation } from '../../facts/model.ts';
import { pluralOf } from '../../pages/locator-terms.ts';
import { say } from '../../words/say.ts';
import { actionKinds, type FindingActions } from './action.ts';
import { Indexed } from './indexed.ts';

const BY_LOCATOR = new Indexed(({ locator }: PandocCitation) => locator?.range.from);

/**
 * Replaces impossible pages by those of the work, if it is on a single range of pages. The label stays the writer's, in
 * the language of the document. It is never the preferred fix: it takes the number away that the writer had.
 */
export const pagesOfWork: FindingActions = (finding, { view, library }) => {
  const citation = BY_LOCATOR.first(view.facts.citations, finding.range.from);
  if (!citation?.locator) return [];
  const [found, ...others] = library.entries(view.path, citation.key);
  const [whole, ...more] = found?.printedOn ?? [];
  if (others.length > 0 || more.length > 0 || !whole?.to || whole.to.value === whole.from.value) return [];
  const [from, to] = [whole.from.written, whole.to.written];
  if (![from, to].every((page) => /^[\w.]+$/.test(page))) return [];
  const { range, value } = citation.locator;
  const written = view.text.slice(range);
  const at = written.lastIndexOf(value);
  if (at < 0) return [];
  // What stands before the number: `p. `, `{Seite `, nothing.
  const label = written.slice(0, at);
  const lang = view.facts.frontMatter?.lang ?? null;
  const plural = label.replace(/[\p{L}¶§]+\.?/u, (term) => pluralOf(term, lang));
  return [
    {
      title: say('Change to the pages of the work, {pages}', { pages: `${from}–${to}` }),
      kind: actionKinds.fix,
      fixes: [finding],
      edits: () => [
        {
          path: view.path,
          range: { from: range.from, to: range.from + at + value.length },
          insert: `${plural}${from}-${to}`,
        },
      ],
    },
  ];
};
