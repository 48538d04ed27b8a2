import { copyOf } from '../gestures/cite.ts';
import { nameOf } from '../../workspace/paths.ts';
import { usedOfOwnLibrary } from '../../workspace/used-bibliographies.ts';
import { actionKinds, type ActionEdit, type FindingActions } from './action.ts';
import { say } from '../../words/say.ts';

/** Copies an entry that only the user's own library has into the document's bibliography. */
export const copyFromLibrary: FindingActions = (finding, { view, library }) => {
  const key = view.text.slice(finding.range);
  if (library.inOwnLibrary(key).length === 0) return [];
  const outcome = copyOf(key, view.path, library);
  if (outcome?.status !== 'done' || outcome.edits.length === 0) return [];
  const place = nameOf(outcome.edits[0]!.path);
  return [
    {
      title: say('Copy “{key}” from your library into {place}', { key, place }),
      kind: actionKinds.fix,
      edits: () => outcome.edits,
      ...(outcome.creates ? { creates: outcome.creates } : {}),
      fixes: [finding],
      isPreferred: true,
    },
  ];
};

/** Copies the entries of all works that a document cites from the user's own library. */
export const copyAllFromLibrary: FindingActions = (finding, { view, library }) => {
  const summary = library.summary(view.path);
  const works = summary ? usedOfOwnLibrary(summary, library) : [];
  const edits: ActionEdit[] = [];
  let creates: string | undefined;
  for (const { key } of works) {
    const outcome = copyOf(key.text, view.path, library);
    if (outcome?.status !== 'done') return [];
    edits.push(...outcome.edits);
    creates ??= outcome.creates;
  }
  if (edits.length === 0) return [];
  const place = nameOf(edits[0]!.path);
  return [
    {
      title: say(
        '{count, plural, =1 {Copy the entry from your library into {place}} other {Copy {count} entries from your library into {place}}}',
        { count: works.length, place },
      ),
      kind: actionKinds.fix,
      edits: () => edits,
      ...(creates === undefined ? {} : { creates }),
      concerns: [finding],
    },
  ];
};
