import {
  CodeActionTriggerKind,
  LSPErrorCodes,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { actionKinds, type Action, type ActionKind } from '../../features/actions/action.ts';
import type { PositionRange } from '../../text/range.ts';
import { productId } from '../../protocol/names.ts';
import { steadyUntilWhole } from '../until-whole.ts';
import { refusedFiles } from '../written-files.ts';
import { toWorkspaceEdit } from '../workspace-edit.ts';
import type { Handler, HandlerContext, ShownFile } from './handler.ts';
import { refusal } from '../refusal.ts';
import { unmarked } from '../../text/unmarked.ts';

/** What an unresolved action carries, so that it can be worked out when it is chosen. */
interface Unresolved {
  readonly uri: string;
  readonly version: number;
  readonly range: PositionRange;
  readonly kind: ActionKind;
  readonly title: string;
}

export const codeAction: Handler = {
  capabilities: {
    codeActionProvider: { codeActionKinds: Object.values(actionKinds), resolveProvider: true },
  },
  register(context) {
    const { connection, shown, client } = context;
    connection.onCodeAction(async ({ textDocument: { uri }, range, context: about }, token) => {
      await steadyUntilWhole(context, uri, token, null, true);
      const file = shown(uri);
      if (!file) return null;
      const resolves = canResolve(client());
      const asks = context.options().gestures === true;
      const actions = file.desk.service.actions(file.path, range, wanted(about));
      const offered: CodeAction[] = [];
      for (const action of actions) {
        const { title, kind, asks: asked, askedOf, silences } = action;
        // To silence a finding is never the first thing that is offered.
        if (asks && silences !== undefined && offered.length === 0) offered.push(explanation(silences));
        if (asked && !asks && action.edits().length === 0) continue;
        if (!file.desk.service.isWhole && !staysIn(file.path, action)) continue;
        const shown = unmarked(title);
        const preferred = action.isPreferred ? { isPreferred: true } : {};
        const diagnostics = mended(action, about.diagnostics, file, context);
        if (asks && asked) {
          const of = askedOf === undefined ? {} : { arguments: [{ [asked]: askedOf }] };
          const command = { title: shown, command: GESTURES[asked], ...of };
          const concerned = diagnostics.length > 0 ? { diagnostics } : {};
          offered.push({ title: shown, kind, ...preferred, ...concerned, command });
          continue;
        }
        const data: Unresolved = { uri, version: file.version, range, kind, title };
        const done = resolves ? { data } : await edit(action, file, uri, context);
        // What may not be written is not offered where it would have to be sent along.
        if ('refused' in done) continue;
        offered.push({ title: shown, kind, ...preferred, diagnostics, ...done });
      }
      return offered;
    });
    connection.onCodeActionResolve(async (action) => {
      const data = action.data as Unresolved | undefined;
      const file = data && shown(data.uri);
      if (!data || !file) return action;
      if (file.version !== data.version) throw movedOn();
      const chosen = file.desk.service
        .actions(file.path, data.range, (kind) => kind === data.kind)
        .find(({ title }) => title === data.title);
      if (!chosen) return action;
      const done = await edit(chosen, file, data.uri, context);
      if ('refused' in done) throw refusal(done.refused);
      return { ...action, ...done };
    });
  },
};

/** Shows the page of a rule: what it reports, why that matters, and what can be done. */
function explanation(code: string): CodeAction {
  const title = unmarked(`What “${code}” means, and what can be done`);
  const command = { title, command: `${productId}.openRulePage`, arguments: [code] };
  return { title, kind: actionKinds.fix, command };
}

/** The commands of our client that ask for what a gesture needs to know. */
const GESTURES: Readonly<Record<NonNullable<Action['asks']>, string>> = {
  allowFolder: `${productId}.allowFolder`,
  newWork: `${productId}.newWork`,
  chooseLibrary: `${productId}.chooseLibrary`,
  actor: `${productId}.markActor`,
  quotation: `${productId}.markQuotation`,
  cite: `${productId}.cite`,
  holder: `${productId}.claimHeldBy`,
  subject: `${productId}.claimAbout`,
  statement: `${productId}.claimStates`,
  contradicts: `${productId}.claimContradicts`,
  supports: `${productId}.claimSupports`,
  qualifies: `${productId}.claimQualifies`,
  settle: `${productId}.settleConflict`,
};

function canResolve(client: ClientCapabilities): boolean {
  const { resolveSupport, dataSupport } = client.textDocument?.codeAction ?? {};
  return dataSupport === true && (resolveSupport?.properties.includes('edit') ?? false);
}

/** Whether an action writes into no other file: of others not all may be known. */
function staysIn(path: string, action: Action): boolean {
  return action.edits().every((edit) => edit.path === path);
}

/** The kinds of which there would be something at every step of the cursor. */
const AT_ANY_TIME = /^(?:source|refactor\.sicetnon)\./;

/**
 * Which kinds are asked for. Without a word of it all are, but those that change a whole document, or can be done at
 * any cursor, are not worked out each time that the cursor moves; and without a finding of ours at the selection nothing is to be mended.
 */
function wanted({ only, triggerKind, diagnostics }: CodeActionContext): (kind: ActionKind) => boolean {
  const byItself = triggerKind === CodeActionTriggerKind.Automatic;
  return (kind) => {
    if (kind === actionKinds.fix && byItself && !diagnostics.some(({ source }) => source === productId))
      return false;
    if (only) return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
    return !(byItself && AT_ANY_TIME.test(kind));
  };
}

/** The client's own diagnostics that an action is about. */
function mended(
  { fixes = [], concerns = [] }: Action,
  diagnostics: readonly Diagnostic[],
  { desk, path }: ShownFile,
  { positions }: HandlerContext,
): Diagnostic[] {
  return [...fixes, ...concerns].flatMap((finding) => {
    const { start } = positions(desk, path, finding.range);
    const same = diagnostics.find(
      ({ code, range }) =>
        code === finding.code && range.start.line === start.line && range.start.character === start.character,
    );
    return same ? [same] : [];
  });
}

/** The edit of an action; refused where it would write outside of the workspace, behind a link. */
async function edit(
  action: Action,
  file: ShownFile,
  uri: string,
  context: HandlerContext,
): Promise<{ edit: WorkspaceEdit } | { refused: string }> {
  const edits = action.edits();
  const isShown = (path: string) => context.shown(context.uriOf(file.desk, path)) !== undefined;
  const refused = await refusedFiles(
    file.desk,
    edits.map(({ path }) => path),
    isShown,
  );
  if (refused !== null) return { refused };
  if (context.shown(uri)?.version !== file.version) throw movedOn();
  return { edit: toWorkspaceEdit({ ...action, edits: () => edits }, file, context) };
}

function movedOn() {
  return refusal('The text has changed meanwhile.', LSPErrorCodes.ContentModified);
}
