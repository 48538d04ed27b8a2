// Runs the same compiled suite in the desktop's VS Code, which is downloaded: for machines with the internet.
//   npm run test:electron          VSCODE_VERSION names another version than the oldest supported one
// On Linux without a screen: xvfb-run -a npm run test:electron
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-workspace-'));
try {
  cpSync(path.join(root, 'test', 'fixtures', 'weavers'), folder, { recursive: true });
  await runTests({
    version: process.env.VSCODE_VERSION ?? '1.100.3',
    cachePath: path.join(process.env.SICETNON_CACHE ?? path.join(root, '.cache'), 'vscode-desktop'),
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'dist', 'test', 'vscode', 'index.cjs'),
    extensionTestsEnv: { SICETNON_SUITE: 'suite', SICETNON_GREP: process.argv[2] ?? '' },
    launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
