import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { NodeFileSystem } from './hosts/node-file-system.ts';
import { NoFileSystem } from './hosts/no-file-system.ts';
import { serve } from './lsp/server.ts';
import { version } from './version.ts';

serve(createConnection(ProposedFeatures.all), {
  fileSystem: ({ uri }, listed) =>
    uri.scheme === 'file' ? new NodeFileSystem(uri.fsPath, listed) : new NoFileSystem(),
  later: (step) => void setImmediate(step),
  now: () => performance.now(),
  version,
});
