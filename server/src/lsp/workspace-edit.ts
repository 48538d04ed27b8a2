import type {
  AnnotatedTextEdit,
  ClientCapabilities,
  CreateFile,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Action, ActionEdit } from '../features/actions/action.ts';
import type { HandlerContext, ShownFile } from './handlers/handler.ts';
import { unmarked } from '../text/unmarked.ts';

const ANNOTATION = 'sicetnon';

/**
 * Converts an action to a workspace edit with one undo step. It has document versions, so that editors reject it if a
 * text has changed. If the client supports it, the edit needs confirmation (for a preview), or contains a snippet
 * that selects text to be replaced.
 */
export function toWorkspaceEdit(
  action: Pick<Action, 'title' | 'edits' | 'needsPreview' | 'creates'>,
  { desk }: ShownFile,
  { client, shown, uriOf, positions }: HandlerContext,
): WorkspaceEdit {
  const can = client().workspace?.workspaceEdit;
  const byPath = new Map<string, ActionEdit[]>();
  const edits = action.edits();
  for (const edit of edits) {
    const own = byPath.get(edit.path);
    if (own) own.push(edit);
    else byPath.set(edit.path, [edit]);
  }
  const files = [...byPath].map(([path, own]) => {
    const uri = uriOf(desk, path);
    const version = shown(uri)?.version ?? null;
    const lineEnd = desk.service.shownText(path)?.lineEnd ?? '\n';
    const written = (insert: string) => (lineEnd === '\n' ? insert : insert.replaceAll('\n', lineEnd));
    return { uri, version, own, written, rangeOf: (edit: ActionEdit) => positions(desk, path, edit.range) };
  });
  if (!can?.documentChanges)
    return {
      changes: Object.fromEntries(
        files.map(({ uri, own, written, rangeOf }) => [
          uri,
          own.map((edit): TextEdit => ({ range: rangeOf(edit), newText: written(edit.insert) })),
        ]),
      ),
    };
  const previewed = action.needsPreview === true && can.changeAnnotationSupport !== undefined;
  // Clients apply snippets to the active editor, so there must be one text and one selection.
  const selects =
    canSelect(can) && files.length === 1 && edits.filter((edit) => edit.select).length === 1 && !previewed;
  const documentChanges = files.map(({ uri, version, own, written, rangeOf }): TextDocumentEdit => {
    const changes = own.map((edit): TextEdit | AnnotatedTextEdit | SnippetTextEdit => {
      const range = rangeOf(edit);
      if (selects && edit.select)
        return { range, snippet: { kind: 'snippet', value: snippet(edit, written) } };
      const plain = { range, newText: written(edit.insert) };
      return previewed ? { ...plain, annotationId: ANNOTATION } : plain;
    });
    return { textDocument: { uri, version }, edits: changes };
  });
  const create: CreateFile[] =
    action.creates !== undefined && can.resourceOperations?.includes('create')
      ? [{ kind: 'create', uri: uriOf(desk, action.creates), options: { ignoreIfExists: true } }]
      : [];
  return {
    documentChanges: [...create, ...documentChanges],
    ...(previewed
      ? { changeAnnotations: { [ANNOTATION]: { label: unmarked(action.title), needsConfirmation: true } } }
      : {}),
  };
}

function canSelect(can: NonNullable<ClientCapabilities['workspace']>['workspaceEdit']): boolean {
  return can?.snippetEditSupport === true;
}

/** The inserted text as a snippet with its selection as the only tab stop. */
function snippet({ insert, select }: ActionEdit, written: (insert: string) => string): string {
  const { from, to } = select!;
  const plain = (words: string) => written(words).replace(/[\\$}]/g, '\\$&');
  const field = from === to ? '$0' : `\${1:${plain(insert.slice(from, to))}}`;
  return `${plain(insert.slice(0, from))}${field}${plain(insert.slice(to))}`;
}
