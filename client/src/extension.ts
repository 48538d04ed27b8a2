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
import { Server } from './server.ts';
import { registerShowReferences } from './show-references.ts';
import { Status } from './status.ts';
import type { StatusWords } from './status.ts';
import { registerViews } from './views/register.ts';
import type { Views } from './views/register.ts';

/** What the extension tells whoever asks for it: tests, and other extensions. */
export interface SicEtNon {
  /** The words of the status item, as they stand now. */
  status(): StatusWords;
  /** Fires whenever they may have changed. */
  readonly onDidChangeStatus: Event<void>;
  /** Teaches the built-in Markdown preview the notation; the editor asks for it under this name. */
  readonly extendMarkdownIt: typeof extendMarkdownIt;
  /** The trees of claims, actors and checks. */
  readonly views: Views;
  /** What is underlined in a text as found that is in view. */
  readonly underlined: (uri: string) => readonly Range[];
}

// The editor calls `deactivate` without saying what it had activated, hence the one variable of the module.
let running: Server | undefined;

/** Called by the editor when a document or a folder of ours is opened; resolves when the server answers. */
export async function activate(context: ExtensionContext): Promise<SicEtNon> {
  const { extensionUri, globalState, globalStorageUri, storageUri, subscriptions } = context;
  const output = window.createOutputChannel(productName, { log: true });
  output.info(`${attribution}, ${attributionAddress}`);
  const status = new Status();
  const server = new Server(extensionUri, storageUri ?? globalStorageUri, output, status);
  const restart = () => server.restart();
  const views = registerViews(extensionUri, server);
  const underline = new FoundUnderline(server, new OfferFolder(globalState, server.carryOn).hear);
  subscriptions.push(
    underline,
    output,
    status,
    views,
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
    offerToSilenceLinkValidation(globalState, server.carryOn),
    workspace.onDidGrantWorkspaceTrust(restart),
    ...watchProjects(() => server.carryOn(restart())),
  );
  running = server;
  await server.restart();
  return {
    status: () => status.words(),
    onDidChangeStatus: status.onDidChange,
    extendMarkdownIt,
    views,
    underlined: (uri) => underline.rangesIn(uri),
  };
}

/** Called by the editor before it goes; resolves when the server has ended. */
export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
