import { frontMatterBlock } from '../../facts/front-matter.ts';
import { extensionOf } from '../../workspace/paths.ts';
import type { ActionRequest } from '../actions/action.ts';
import { copyOf } from './cite.ts';
import { refused, type Outcome } from './outcome.ts';
import { addToMap, together } from './project-edits.ts';
import { say } from '../../words/say.ts';

/**
 * Declares that this file is the text of a work: in its front matter; for a plain text, which is not edited, in the
 * project file, which is created where there is none.
 */
export function sourceOf({ view, library }: ActionRequest, key: string): Outcome {
  const known = library.workTexts.keyOf(view.path);
  if (known !== null)
    return refused(
      say('This file is the text of “{known}” already. Change that where it is said.', { known }),
    );
  const copied = copyOf(key, view.path, library) ?? { status: 'done', edits: [] };
  const said =
    extensionOf(view.path) === 'txt'
      ? addToMap(library, 'sources', view.path, key)
      : inFrontMatter(view, key);
  return together(said, copied);
}

/** Declares in the project file that `file`, as it is written there, holds the text of a work. */
export function fileOf(
  { library, view }: ActionRequest,
  { work, file }: { readonly work: string; readonly file: string },
): Outcome {
  if (library.entries(view.path, work).length === 0)
    return refused(say('No bibliography of this text knows the work “{work}” any more.', { work }));
  return addToMap(library, 'sources', file, isPlain(work) ? work : JSON.stringify(work));
}

/** Whether a key is in YAML what it is. */
function isPlain(key: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_:.-]*$/u.test(key);
}

function inFrontMatter({ path, text }: ActionRequest['view'], key: string): Outcome {
  const block = frontMatterBlock(text.text);
  const line = `source: ${/^[\p{L}\p{N}_][\p{L}\p{N}_:.-]*$/u.test(key) ? key : JSON.stringify(key)}\n`;
  const edit = block
    ? { path, range: { from: block.body.to, to: block.body.to }, insert: line }
    : { path, range: { from: 0, to: 0 }, insert: `---\n${line}---\n\n` };
  return { status: 'done', edits: [edit] };
}
