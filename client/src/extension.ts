import { commands, window, workspace } from 'vscode';
import type { Event, ExtensionContext, Range } from 'vscode';
import { productId, productName } from '../../server/src/protocol/names.ts';
import { registerActions } from './actions.ts';
import { attribution, attributionAddress } from './attribution.ts';
import { registerAllowFolder } from './first-minutes/allow-folder.ts';
import { registerExample } from './first-minutes/example.ts';
import { offerToSilenceLinkValidation } from './first-minutes/link-validation.ts';
import { registerRulePages } from './first-minutes/rule-page.ts';
import { OfferFolder } from './found/offer-folder.ts';
import { FoundUnderline } from './found/underline.ts';
import { registerGestures } from './gestures/register.ts';
import { watchProjects } from './documents.ts';
import { registerLibrary } from './library/register.ts';
import { followCiting } from './citing.ts';
import { extendMarkdownIt } from './preview/plugin.ts';
import { PreviewedWorks } from './previewed-works.ts';
import { Server } from './server.ts';
import { registerApplyChanges } from './show-first.ts';
import { registerSources } from './source/register.ts';
import type { Sources } from './source/register.ts';
import { registerShowReferences } from './show-references.ts';
import { Status } from './status.ts';
import type { StatusWords } from './status.ts';
import { speakAsTheEditor } from './speaking.ts';
import { registerViews } from './views/register.ts';
import type { Views } from './views/register.ts';

/** The extension's API, for tests and other extensions. */
export interface SicEtNon {
  /** The current text of the status item. */
  status(): StatusWords;
  /** Fires whenever it may have changed. */
  readonly onDidChangeStatus: Event<void>;
  /** Extends the built-in Markdown preview; VS Code calls it by this name. */
  readonly extendMarkdownIt: (
    md: Parameters<typeof extendMarkdownIt>[0],
  ) => ReturnType<typeof extendMarkdownIt>;
  /** The trees of claims, actors and checks. */
  readonly views: Views;
  /** The tab in which works are looked at. */
  readonly sources: Sources;
  /** The underlined ranges in a visible found text. */
  readonly underlined: (uri: string) => readonly Range[];
}

// VS Code calls `deactivate` without arguments, so the server is the module's only variable.
let running: Server | undefined;

/** Called by VS Code when a document or folder of ours is opened; resolves when the server answers. */
export async function activate(context: ExtensionContext): Promise<SicEtNon> {
  speakAsTheEditor();
  const { extensionUri, globalState, globalStorageUri, storageUri, subscriptions } = context;
  const output = window.createOutputChannel(productName, { log: true });
  output.info(`${attribution}, ${attributionAddress}`);
  const status = new Status();
  const server = new Server(extensionUri, storageUri ?? globalStorageUri, output, status);
  const restart = () => server.restart();
  const views = registerViews(extensionUri, server);
  const sources = registerSources(extensionUri, server);
  const underline = new FoundUnderline(server, new OfferFolder(globalState, server.carryOn).hear);
  const works = new PreviewedWorks(server);
  subscriptions.push(
    works,
    underline,
    output,
    status,
    views,
    sources,
    commands.registerCommand(`${productId}.restart`, restart),
    commands.registerCommand(`${productId}.showOutput`, () => output.show()),
    ...registerActions(),
    ...registerGestures(server),
    ...followCiting(server, status),
    registerAllowFolder(),
    registerLibrary(),
    registerExample(extensionUri, server.carryOn),
    registerRulePages(extensionUri),
    registerShowReferences(),
    registerApplyChanges(),
    offerToSilenceLinkValidation(globalState, server.carryOn),
    workspace.onDidGrantWorkspaceTrust(restart),
    ...watchProjects(() => server.carryOn(restart())),
  );
  running = server;
  await server.restart();
  return {
    status: () => status.words(),
    onDidChangeStatus: status.onDidChange,
    extendMarkdownIt: (md) => extendMarkdownIt(md, works.of),
    views,
    sources,
    underlined: (uri) => underline.rangesIn(uri),
  };
}

/** Called by VS Code before it exits; resolves when the server has ended. */
export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
