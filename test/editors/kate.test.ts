import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { faults } from '../support/weavers.ts';
import { installIn, settingsAfter } from './settings.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: {
    readonly uri?: string;
    readonly rootUri?: string;
    readonly diagnostics?: readonly { code: string }[];
  };
  readonly result?: unknown;
  readonly error?: unknown;
}

// Kate cannot be driven without a screen, so what it and the server say to each other is written down and looked at.
describe('Kate', function () {
  this.timeout(150_000);
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sicetnon-kate-')));
  const workspace = path.join(folder, 'weavers');
  const said = { byKate: path.join(folder, 'by-kate'), byServer: path.join(folder, 'by-server') };
  let asked: readonly Message[] = [];
  let answered: readonly Message[] = [];

  before(async () => {
    if (spawnSync('sh', ['-c', 'command -v kate']).status !== 0)
      throw new Error('Kate is not installed: run npm run setup');
    cpSync(here('../fixtures/weavers'), workspace, { recursive: true });
    const own = (name: string) => {
      const made = path.join(folder, name);
      mkdirSync(path.dirname(made), { recursive: true });
      return made;
    };
    const around = `tee '${said.byKate}' | $SICETNON "$@" | tee '${said.byServer}'`;
    const program = installIn(path.join(folder, 'bin'), around);
    writeFileSync(own('config/kate/lspclient/settings.json'), settingsAfter('## Kate'));
    // It would ask whether it may start the server.
    writeFileSync(own('config/katerc'), `[lspclient]\nAllowedServerCommandLines=${program} lsp\n`);
    mkdirSync(own('run/it'), { mode: 0o700 });
    const kate = spawn('kate', ['--new', '--block', path.join(workspace, 'faults.md')], {
      cwd: folder,
      env: {
        ...process.env,
        PATH: `${path.dirname(program)}:${process.env['PATH']}`,
        QT_QPA_PLATFORM: 'offscreen',
        // No bus, no user's configuration, no shared state.
        DBUS_SESSION_BUS_ADDRESS: 'disabled:',
        HOME: path.join(folder, 'home'),
        XDG_CONFIG_HOME: path.join(folder, 'config'),
        XDG_DATA_HOME: path.join(folder, 'data'),
        XDG_CACHE_HOME: path.join(folder, 'cache'),
        XDG_RUNTIME_DIR: path.join(folder, 'run'),
        LANG: 'C.UTF-8',
      },
      stdio: 'ignore',
      detached: true,
    });
    try {
      for (let tries = 0; tries < 500 && !isTold(answered); tries++) {
        await wait(200);
        [asked, answered] = [messages(said.byKate), messages(said.byServer)];
      }
    } finally {
      if (kate.pid !== undefined) process.kill(-kate.pid, 'SIGKILL');
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const told = (list: readonly Message[]) =>
    list
      .filter(
        ({ method, params }) =>
          method === 'textDocument/publishDiagnostics' && params?.uri?.endsWith('/faults.md'),
      )
      .at(-1)?.params?.diagnostics ?? [];
  const isTold = (list: readonly Message[]) => told(list).length === faults.length;

  it('starts the server with the settings on the page, in the folder of the project file', () => {
    const greeting = asked.find(({ method }) => method === 'initialize');
    assert.equal(greeting?.params?.rootUri, pathToFileURL(workspace).href);
  });

  it('is told the faults of a text', () => {
    assert.deepEqual(
      told(answered)
        .map(({ code }) => code)
        .sort(),
      faults.map(({ code }) => code).sort(),
    );
  });

  it('has all that it asks for answered', () => {
    const wanted = asked.filter(({ id, method }) => id !== undefined && method !== undefined);
    assert.ok(wanted.some(({ method }) => method === 'textDocument/documentSymbol'));
    for (const { id, method } of wanted) {
      const answer = answered.find((each) => each.id === id && each.method === undefined);
      assert.ok(answer?.result, `${method}: ${JSON.stringify(answer)}`);
    }
  });
});

/** The whole messages in what one side said so far. */
function messages(file: string): Message[] {
  const found: Message[] = [];
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return found;
  }
  for (let at = 0; ;) {
    const body = bytes.indexOf('\r\n\r\n', at) + 4;
    const length = Number(/Content-Length: (\d+)/.exec(bytes.toString('latin1', at, body))?.[1]);
    if (body < 4 || !(body + length <= bytes.length)) return found;
    found.push(JSON.parse(bytes.toString('utf8', body, body + length)) as Message);
    at = body + length;
  }
}
