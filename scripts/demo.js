// Checks the example as a person would on the command line. What it finds is the example's point: findings are
// no failure here.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status, error } = spawnSync(
  process.execPath,
  ['dist/cli.js', 'check', 'examples/labour-organisations'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
if (error) console.error(error.message);
process.exitCode = status === 0 || status === 1 ? 0 : 1;
