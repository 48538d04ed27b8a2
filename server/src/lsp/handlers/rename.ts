import { prepareRename, rename as renameSubject } from '../../features/rename/rename.ts';
import { subjectsOf, widenFor } from '../subjects.ts';
import { steadyUntilWhole } from '../until-whole.ts';
import { inSlices } from '../view-answers.ts';
import { refusedFiles } from '../written-files.ts';
import { toWorkspaceEdit } from '../workspace-edit.ts';
import type { Handler } from './handler.ts';
import { unmarked } from '../../text/unmarked.ts';
import { refusal } from '../refusal.ts';
import { say } from '../../words/say.ts';

export const rename: Handler = {
  capabilities: { renameProvider: { prepareProvider: true, workDoneProgress: true } },
  register(context) {
    const { connection, positions } = context;
    connection.onPrepareRename(async ({ textDocument: { uri }, position }, token) => {
      widenFor(context, uri, position);
      await steadyUntilWhole(context, uri, token, null);
      const asked = subjectsOf(context, uri, position);
      if (!asked) return null;
      const steps = prepareRename(asked.subjects, asked.world);
      const found = await inSlices(steps, token, context, asked.file.desk);
      if (!found) return null;
      if ('refused' in found) throw refusal(found.refused);
      const { desk, path } = asked.file;
      return { range: positions(desk, path, found.range), placeholder: found.name };
    });
    connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }, token, progress) => {
      widenFor(context, uri, position);
      await steadyUntilWhole(context, uri, token, progress);
      const asked = subjectsOf(context, uri, position);
      if (!asked) return null;
      const steps = renameSubject(asked.subjects, newName, asked.world);
      const found = await inSlices(steps, token, context, asked.file.desk);
      if ('refused' in found) throw refusal(found.refused);
      const { desk } = asked.file;
      const isShown = (path: string) => context.shown(context.uriOf(desk, path)) !== undefined;
      const why = await refusedFiles(desk, new Set(found.map(({ path }) => path)), isShown);
      if (why !== null) throw refusal(why);
      return toWorkspaceEdit(
        { title: unmarked(say('Rename to {name}', { name: newName })), edits: () => found },
        asked.file,
        context,
      );
    });
  },
};
