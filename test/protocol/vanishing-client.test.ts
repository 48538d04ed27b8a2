import assert from 'node:assert/strict';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { serverFile, weaversFolder } from './client.ts';

/** A message as it goes over a stream. */
function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function greeting(processId: number | null): string {
  const params = { processId, rootUri: pathToFileURL(weaversFolder).href, capabilities: {} };
  return framed({ id: 1, method: 'initialize', params }) + framed({ method: 'initialized', params: {} });
}

const shutdown = framed({ id: 3, method: 'shutdown' });
const exit = framed({ method: 'exit' });
const question = framed({ id: 2, method: 'workspace/symbol', params: { query: '' } });

/** How a server ended, and what it wrote in distress. */
interface End {
  readonly code: number | null;
  readonly errors: string;
}

function endOf(child: ChildProcess): Promise<End> {
  let errors = '';
  child.stderr!.on('data', (chunk) => (errors += String(chunk)));
  // Where its parent disconnects, a child process that was forked never tells of `close`.
  const [exited, said] = [once(child, 'exit'), once(child.stderr!, 'end')];
  return Promise.all([exited, said]).then(([[code]]) => ({ code: code as number | null, errors }));
}

/** Starts a server, lets it answer once, and does something to it; resolves when it has ended by itself. */
async function after(
  act: (child: ChildProcess) => void,
  processId: number | null = process.pid,
): Promise<End> {
  const child = spawn(process.execPath, [serverFile, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  children.add(child);
  // It may be gone before all is written.
  child.stdin.on('error', () => undefined);
  const ended = endOf(child);
  child.stdin.write(greeting(processId));
  await once(child.stdout, 'data');
  child.stdout.resume();
  act(child);
  return ended;
}

const children = new Set<ChildProcess>();

describe('A client that vanishes', function () {
  this.timeout(30_000);
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
  });

  it('by no longer reading: the server ends at its next answer, without a word', async () => {
    const end = await after((child) => {
      child.stdout!.destroy();
      // The first word may still fit into the pipe.
      const asking = setInterval(() => child.stdin!.write(question), 50);
      child.once('exit', () => clearInterval(asking));
    });
    assert.deepEqual(end, { code: 1, errors: '' });
  });

  it('after it has said that it exits', async () => {
    const end = await after((child) => {
      child.stdin!.write(shutdown + exit);
      child.stdout!.destroy();
    });
    // It may notice that nobody reads before it hears that all is over.
    assert.ok(end.code === 0 || end.code === 1, String(end.code));
    assert.equal(end.errors, '');
  });

  it('without having told the server to shut down', async () => {
    assert.deepEqual(await after((child) => child.stdin!.write(exit)), { code: 1, errors: '' });
  });

  it('by closing what the server reads', async () => {
    assert.deepEqual(await after((child) => child.stdin!.end()), { code: 1, errors: '' });
  });

  it('with half a message on its way', async () => {
    const end = await after((child) => child.stdin!.end(question.slice(0, -9)));
    assert.deepEqual(end, { code: 1, errors: '' });
  });

  it('together with its process, while the streams stay open', async () => {
    const brief = spawn(process.execPath, ['-e', '']);
    await once(brief, 'exit');
    assert.deepEqual(await after(() => undefined, brief.pid), { code: 1, errors: '' });
  });

  it('by closing the channel between processes', async () => {
    const child = fork(serverFile, ['--node-ipc'], { silent: true, execArgv: [] });
    children.add(child);
    const ended = endOf(child);
    const params = { processId: null, rootUri: null, capabilities: {} };
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    await once(child, 'message');
    child.disconnect();
    assert.deepEqual(await ended, { code: 1, errors: '' });
  });
});

describe('What is no message of the protocol', function () {
  this.timeout(30_000);
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
  });

  const raw = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  for (const [what, bytes] of [
    ['null', raw('null')],
    ['a list', raw('[1]')],
    ['no JSON', raw('{x')],
    ['an empty body', raw('')],
    ['a question without a name', framed({ id: null, method: 'x' }) + framed({ id: {}, method: 'shutdown' })],
    ['a cancellation of nothing', framed({ method: '$/cancelRequest', params: null })],
    ['an answer to nothing', framed({ id: 77, result: 7 }) + framed({ id: 78 })],
  ] as const)
    it(`is passed over: ${what}`, async () => {
      const end = await after((child) => child.stdin!.write(bytes + shutdown + exit));
      assert.deepEqual(end, { code: 0, errors: '' });
    });
});

describe('What does not begin as a message does', function () {
  this.timeout(30_000);
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
  });

  const body = JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'workspace/symbol', params: { query: '' } });
  for (const [what, bytes] of [
    ['a line before the header', `Debugger attached.\r\n${question}`],
    ['words without an end of line', `Debugger attached.${question}`],
    ['lines that end as on Unix', `Content-Length: ${body.length}\n\n${body}${question}`],
    ['a header without the length', `Content-Type: application/json\r\n\r\n${body}`],
    ['a length that is no number', `Content-Length: many\r\n\r\n${body}`],
    ['a body that is longer than was said', `Content-Length: ${body.length - 9}\r\n\r\n${body}${question}`],
    ['a body that is shorter than was said', `Content-Length: ${body.length + 9}\r\n\r\n${body}${question}`],
    ['an empty line', `\r\n${question}`],
    ['noise that never ends its line', 'Debugger attached'],
    ['a length that no machine holds', `Content-Length: 99999999999\r\n\r\n${body}`],
    ['a length below nothing', `Content-Length: -7\r\n\r\n${body}${question}`],
  ] as const)
    it(`ends the server, which says why: ${what}`, async () => {
      const { code, errors } = await after((child) => child.stdin!.write(bytes));
      assert.equal(code, 1);
      assert.match(
        errors,
        /^What came from the client is no message of the protocol, and the server ends: ".+"\n$/,
      );
    });

  for (const kind of ['--socket', '--pipe'] as const)
    it(`ends the server, which says why, over ${kind}`, async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-socket-'));
      const listener = createServer();
      try {
        const pipe = path.join(folder, 'pipe');
        if (kind === '--pipe') listener.listen(pipe);
        else listener.listen(0, '127.0.0.1');
        await once(listener, 'listening');
        const address = listener.address();
        const to = typeof address === 'object' ? String(address?.port) : pipe;
        const child = spawn(process.execPath, [serverFile, `${kind}=${to}`], {
          stdio: ['pipe', 'pipe', 'pipe'],
        });
        children.add(child);
        const ended = endOf(child);
        const [socket] = (await once(listener, 'connection')) as [Socket];
        socket.on('error', () => undefined).write(greeting(process.pid));
        await once(socket, 'data');
        socket.resume().write(`Debugger attached.\r\n${question}`);
        const { code, errors } = await ended;
        assert.equal(code, 1);
        assert.match(errors, /^What came from the client .+ends: ".*Debugger attached\."\n$/);
      } finally {
        listener.close();
        rmSync(folder, { recursive: true });
      }
    });
});
