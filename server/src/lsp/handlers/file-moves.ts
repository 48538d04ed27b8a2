import {
  MessageType,
  ShowMessageNotification,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { editsForMoves } from '../../features/rename/file-moves.ts';
import { untilWhole } from '../until-whole.ts';
import { unmarked } from '../../text/unmarked.ts';
import { partedByPlace } from '../written-files.ts';
import { toWorkspaceEdit } from '../workspace-edit.ts';
import type { Desk } from '../workbench.ts';
import type { Handler } from './handler.ts';
import { say } from '../../words/say.ts';

/** Files that others name by path. */
const NAMED_FILES = '**/*.{md,markdown,qmd,Rmd,rmd,txt,bib,json,yaml,yml,ris,csl}';

/** Updates paths into and out of files that are moved. */
export const fileMoves: Handler = {
  capabilities: {
    workspace: {
      fileOperations: {
        willRename: {
          filters: [
            { scheme: 'file', pattern: { glob: NAMED_FILES, matches: 'file' } },
            { scheme: 'file', pattern: { glob: '**/*', matches: 'folder' } },
          ],
        },
      },
    },
  },
  register(context) {
    context.connection.workspace.onWillRenameFiles(async ({ files }, token) => {
      const moved = new Map<Desk, [from: string, to: string][]>();
      for (const { oldUri, newUri } of files) {
        const place = context.place(oldUri);
        if (!place) continue;
        const { desk, path } = place;
        const to = desk.folder.pathOf(newUri);
        // A file that leaves the workspace cannot be named any more.
        if (to === null || desk.lone) continue;
        const own = moved.get(desk);
        if (own) own.push([path, to]);
        else moved.set(desk, [[path, to]]);
      }
      for (const desk of moved.keys()) await untilWhole(desk, token);
      const edits: WorkspaceEdit[] = [];
      for (const [desk, own] of moved) {
        const moves = new Map(own.flatMap(([from, to]) => [...filesMoved(desk, from, to)]));
        const found = editsForMoves(moves, desk.service.world());
        const isShown = (path: string) => context.shown(context.uriOf(desk, path)) !== undefined;
        // The move happens whatever the answer is, so the files that can be edited are.
        const { inside, refused } = await partedByPlace(desk, found.edits, isShown);
        for (const why of [...found.refused, ...refused])
          await context.connection.sendNotification(ShowMessageNotification.type, {
            type: MessageType.Warning,
            message: unmarked(why),
          });
        const file = { desk, path: '', version: 0 };
        edits.push(toWorkspaceEdit({ title: say('Keep paths right'), edits: () => inside }, file, context));
      }
      return edits.length ? joined(edits) : null;
    });
  },
};

/** A single file, perhaps unknown to us; for a folder, all files in it. */
function* filesMoved(desk: Desk, from: string, to: string): Generator<[string, string]> {
  const { files } = desk.service.world().library;
  const folder = `${from.replace(/\/$/, '')}/`;
  const within = [...files].filter((file) => file.startsWith(folder));
  if (within.length === 0) yield [from, to];
  for (const file of within) yield [file, `${to.replace(/\/$/, '')}/${file.slice(folder.length)}`];
}

function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  if (edits.length === 1) return edits[0]!;
  if (edits.every(({ documentChanges }) => documentChanges))
    return { documentChanges: edits.flatMap(({ documentChanges }) => documentChanges as TextDocumentEdit[]) };
  return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) as WorkspaceEdit['changes'] };
}
