import { homedir } from 'node:os';
import { Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { landsInside } from '../../../server/src/hosts/reading/placement.ts';
import { libraryCandidates } from '../library/candidates.ts';
import { environmentFor, nodeOptions } from '../server-process.ts';
import { answerForFiles } from './answer-files.ts';
import type { Machine } from './machine.ts';
import { quiet } from './quiet.ts';

const QuietClient = quiet(LanguageClient);

/** A machine with a disk, where the server is a process of its own. */
export const machine: Machine = {
  hasCatalogues: true,
  atHome: (folder) => (/^~(?:$|[/\\])/.test(folder) ? homedir() + folder.slice(1) : folder),
  landsInside,
  findLibraries: () => libraryCandidates(homedir()),
  client(extension, { id, name }, options) {
    const module = Uri.joinPath(extension, 'dist', 'server.js').fsPath;
    const started = { execArgv: [...nodeOptions], env: environmentFor(process.platform, process.env) };
    const run = { module, transport: TransportKind.ipc, options: started };
    const debug = {
      ...run,
      options: { ...started, execArgv: [...started.execArgv, '--nolazy', '--inspect=6009'] },
    };
    const client = new QuietClient(id, name, { run, debug }, options);
    // For folders that are on no disk; messages between processes are text.
    answerForFiles(client, (bytes) => Buffer.from(bytes).toString('base64'));
    return { client, dispose: () => undefined };
  },
};
