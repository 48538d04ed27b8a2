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
import { sourceOffers } from '../source-offers.ts';
import { refusedFiles } from '../written-files.ts';
import { toWorkspaceEdit } from '../workspace-edit.ts';
import type { Handler, HandlerContext, ShownFile } from './handler.ts';
import { refusal } from '../refusal.ts';
import { unmarked } from '../../text/unmarked.ts';
import { say } from '../../words/say.ts';

/** The data of an unresolved action, from which its edit is computed when it is chosen. */
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
      const suppressions: Suppression[] = [];
      for (const action of actions) {
        const { title, kind, asks: asked, askedOf, silences } = action;
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
        // An action with refused edits cannot be offered to clients without lazy resolution.
        if ('refused' in done) continue;
        const whole = { title: shown, kind, ...preferred, diagnostics, ...done };
        if (silences === undefined) offered.push(whole);
        else suppressions.push({ ...whole, code: silences });
      }
      offered.push(...sourceOffers({ uri, range }, about, context));
      if (asks) offered.push(...explanations(suppressions, offered));
      return [...offered, ...suppressions.map(({ code: _, ...action }) => action)];
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

/** An action that silences the findings of a rule, `code`. */
type Suppression = CodeAction & { readonly diagnostics: Diagnostic[]; readonly code: string };

/**
 * For each suppression that would be the first offer for its diagnostic, what opens the page of its rule. VS Code puts
 * what is for a diagnostic before what is not.
 */
function explanations(suppressions: readonly Suppression[], offered: readonly CodeAction[]): CodeAction[] {
  const first = suppressions.filter(({ diagnostics }) =>
    diagnostics.length === 0
      ? offered.length === 0
      : !offered.some((action) => action.diagnostics?.some((each) => diagnostics.includes(each))),
  );
  return first.map(({ code, diagnostics }) => ({ ...explanation(code), diagnostics }));
}

/** Opens the documentation page of a rule. */
function explanation(code: string): CodeAction {
  const title = unmarked(say('What “{rule}” means, and what can be done', { rule: code }));
  const command = { title, command: `${productId}.openRulePage`, arguments: [code] };
  return { title, kind: actionKinds.fix, command };
}

/** Our client's commands that ask for a gesture's parameters. */
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

/** Whether an action edits only this file: others may not have been read yet. */
function staysIn(path: string, action: Action): boolean {
  return action.edits().every((edit) => edit.path === path);
}

/** Kinds that are available at almost any cursor position. */
const AT_ANY_TIME = /^(?:source|refactor\.sicetnon)\./;

/**
 * Which kinds are requested. Without a filter all are, with two exceptions. Actions that change a whole document or
 * are available everywhere are not computed on cursor movements; fixes are not computed where the client has no
 * diagnostic of ours.
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

/** The client's diagnostics that an action is for. */
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

/** The edit of an action; refused where it would write outside the workspace through a link. */
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
  return refusal(say('The text has changed meanwhile.'), LSPErrorCodes.ContentModified);
}
