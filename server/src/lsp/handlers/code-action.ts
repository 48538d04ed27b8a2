import {
  CodeActionTriggerKind,
  LSPErrorCodes,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
} from 'vscode-languageserver';
import { actionKinds, type Action, type ActionKind } from '../../features/actions/action.ts';
import type { PositionRange } from '../../text/range.ts';
import { productId } from '../../protocol/names.ts';
import { steadyUntilWhole } from '../until-whole.ts';
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
      return actions
        .filter((action) => asks || !action.asks || action.edits().length > 0)
        .filter((action) => file.desk.service.isWhole || staysIn(file.path, action))
        .map((action): CodeAction => {
          const { title, kind } = action;
          const shown = unmarked(title);
          const { asks: asked, askedOf } = action;
          if (asks && asked) {
            const of = askedOf === undefined ? {} : { arguments: [{ [asked]: askedOf }] };
            const diagnostics = mended(action, about.diagnostics, file, context);
            return {
              title: shown,
              kind,
              ...(action.isPreferred ? { isPreferred: true } : {}),
              ...(diagnostics.length > 0 ? { diagnostics } : {}),
              command: { title: shown, command: GESTURES[asked], ...of },
            };
          }
          const data: Unresolved = { uri, version: file.version, range, kind, title };
          return {
            title: shown,
            kind,
            ...(action.isPreferred ? { isPreferred: true } : {}),
            diagnostics: mended(action, about.diagnostics, file, context),
            ...(resolves ? { data } : { edit: edit(action, file, context) }),
          };
        });
    });
    connection.onCodeActionResolve((action) => {
      const data = action.data as Unresolved | undefined;
      const file = data && shown(data.uri);
      if (!data || !file) return action;
      if (file.version !== data.version)
        throw refusal('The text has changed meanwhile.', LSPErrorCodes.ContentModified);
      const chosen = file.desk.service
        .actions(file.path, data.range, (kind) => kind === data.kind)
        .find(({ title }) => title === data.title);
      return chosen ? { ...action, edit: edit(chosen, file, context) } : action;
    });
  },
};

/** The commands of our client that ask for what a gesture needs to know. */
const GESTURES: Readonly<Record<NonNullable<Action['asks']>, string>> = {
  actor: `${productId}.markActor`,
  quotation: `${productId}.markQuotation`,
  cite: `${productId}.cite`,
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

function edit(action: Action, file: ShownFile, context: HandlerContext) {
  return toWorkspaceEdit(action, file, context);
}
