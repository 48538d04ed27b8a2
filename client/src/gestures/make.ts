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
import type { Gesture } from '../../../server/src/protocol/gestures.ts';
import { productId } from '../../../server/src/protocol/names.ts';
import type { Server } from '../server.ts';
import { changedMeanwhile, noAnswer, refuseGesture } from './mends.ts';
import { TextVersions } from '../text-versions.ts';
import { writingGuard } from '../written-files.ts';
import type { Here } from './place.ts';

interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Applies a gesture as one undo step and selects what is to be replaced; shows the reason where it is refused. */
export async function make(server: Server, { editor, place }: Here, gesture: Gesture): Promise<void> {
  const computedFor = new TextVersions();
  const answer = await server.ask('gestureEdit', { ...place, gesture });
  if (!answer) return noAnswer();
  if (answer.status === 'refused') return refuseGesture(answer.why, gesture);
  // A link may have been created since the server checked.
  const outside = await writingGuard.leadingOut(answer.files.map(({ uri }) => Uri.parse(uri)));
  if (outside) return refuseGesture(writingGuard.leadsOut(outside), gesture);
  if (computedFor.haveMoved(answer.files.map(({ uri }) => Uri.parse(uri)))) return changedMeanwhile(gesture);
  const edit = new WorkspaceEdit();
  for (const { uri, isNew, edits } of answer.files) {
    const file = Uri.parse(uri);
    if (isNew) edit.createFile(file, { ignoreIfExists: true });
    for (const { range, newText } of edits) edit.replace(file, rangeOf(range), newText);
  }
  if (!(await workspace.applyEdit(edit))) return changedMeanwhile(gesture);
  // Completes steps of the walkthrough: only when a gesture succeeded.
  void commands.executeCommand('setContext', `${productId}.done.${gesture.kind}`, true);
  const { document, viewColumn } = editor;
  const shown = await window.showTextDocument(document, viewColumn ? { viewColumn } : {});
  if (!answer.select) return;
  const { start, end } = rangeOf(answer.select);
  shown.selection = new Selection(start, end);
  shown.revealRange(shown.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

function rangeOf({ start, end }: PlainRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
