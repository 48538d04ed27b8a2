import type { DocumentView } from '../../checking/rule.ts';
import type { CitedWork } from '../../protocol/views.ts';
import { workNames } from '../../workspace/labels.ts';
import type { Library } from '../../workspace/library.ts';

/** The works that a document cites and some bibliography of it knows, each once, in the order of the text. */
export function citedWorksOf({ facts, path }: DocumentView, library: Library): CitedWork[] {
  const keys = new Set(facts.citations.map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const work = workNames(key, path, library);
    return work ? [{ key, ...work }] : [];
  });
}
