import {
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  WorkspaceEdit,
  commands,
  window,
  workspace,
} from 'vscode';
import type { TextEditor } from 'vscode';
import type { Gesture } from '../../../server/src/protocol/gestures.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import type { GestureAnswer } from '../../../server/src/protocol/names.ts';
import type { Server } from '../server.ts';
import { changedMeanwhile, noAnswer, refuseGesture } from './mends.ts';
import { TextVersions } from '../text-versions.ts';
import { writingGuard } from '../written-files.ts';
import type { Here } from './place.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * Applies a gesture as one undo step and selects what is to be replaced; shows the reason where it is refused. Returns
 * whether it was applied.
 */
export async function make(server: Server, { editor, place }: Here, gesture: Gesture): Promise<boolean> {
  const computedFor = new TextVersions();
  const answer = await server.ask('gestureEdit', { ...place, gesture });
  if (!answer) noAnswer();
  else if (answer.status === 'refused') refuseGesture(answer.why, gesture, answer.mend);
  else {
    const why = await applyAnswer(answer, editor, computedFor);
    if (why === null) {
      // Completes steps of the walkthrough: only when a gesture succeeded.
      const done: Gesture['kind'][] = [gesture.kind];
      if (gesture.kind === 'state' && gesture.marks) done.push('claim');
      for (const kind of done) void commands.executeCommand('setContext', `${productId}.done.${kind}`, true);
      return true;
    }
    if (why === say(CHANGED)) changedMeanwhile(gesture);
    else refuseGesture(why, gesture);
  }
  return false;
}

const CHANGED = deferred('The text has changed meanwhile, so that nothing was written.');

/**
 * Writes what the server answered as one undo step, and selects what is to be replaced in the text at hand; null where that was
 * done, else the reason why not. `computedFor` are the versions of the texts when it was asked.
 */
export async function applyAnswer(
  answer: Extract<GestureAnswer, { readonly status: 'done' }>,
  { document, viewColumn }: TextEditor,
  computedFor: TextVersions,
): Promise<string | null> {
  // A link may have been created since the server checked.
  const files = answer.files.map(({ uri }) => Uri.parse(uri));
  const outside = await writingGuard.leadingOut(files);
  if (outside) return writingGuard.leadsOut(outside);
  if (computedFor.haveMoved(files)) return say(CHANGED);
  const edit = new WorkspaceEdit();
  for (const { uri, isNew, edits } of answer.files) {
    const file = Uri.parse(uri);
    // A new file is written with what is in it: of a file that is made and then edited, one undo would take back neither.
    if (isNew) {
      const contents = new TextEncoder().encode(edits.map(({ newText }) => newText).join(''));
      edit.createFile(file, { contents });
    } else for (const { range, newText } of edits) edit.replace(file, rangeOf(range), newText);
  }
  if (!(await workspace.applyEdit(edit))) return say(CHANGED);
  // A text that is at hand is not shown anew: that would take the keyboard from a question that is open.
  const active = window.activeTextEditor;
  const shown =
    active?.document === document
      ? active
      : await window.showTextDocument(document, viewColumn ? { viewColumn } : {});
  if (!answer.select) return null;
  const { start, end } = rangeOf(answer.select);
  shown.selection = new Selection(start, end);
  shown.revealRange(shown.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  return null;
}

function rangeOf({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
