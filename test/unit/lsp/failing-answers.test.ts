import assert from 'node:assert/strict';
import type { ResponseError } from 'vscode-jsonrpc';
import type { Connection } from 'vscode-languageserver';
import { Background } from '../../../server/src/lsp/session/background.ts';
import { clientLog } from '../../../server/src/lsp/session/client-log.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

const LINK = '[run](command:workbench.action.quit)\n$(bug)';
const uri = 'file:///w/a.md';

/** A file system that fails where nobody expects it. */
class FailingFileSystem extends MemoryFileSystem {
  landsInside(): Promise<boolean> {
    return Promise.reject(new Error(`No such place: ${LINK}`));
  }
}

describe('an answer that fails unexpectedly', () => {
  let session: SessionInMemory;
  beforeEach(async () => {
    const text = '[x]{.claim #x}\n';
    session = new SessionInMemory(
      new FailingFileSystem({ 'a.md': text, 'b.md': '[y]{.claim supports="a.md#x"}\n' }),
    );
    await session.greet();
    await session.ready();
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    await session.tell('textDocument/didOpen', { textDocument });
  });
  afterEach(() => session.end());

  it('reaches the editor as words, and its log', async () => {
    const position = { line: 0, character: 12 };
    const asked = session.ask('textDocument/rename', { textDocument: { uri }, position, newName: 'z' });
    await assert.rejects(asked, ({ message }: ResponseError) => {
      assert.match(message, /No such place: \[run\]/);
      assert.doesNotMatch(message, /\]\(|\$\(|\n/);
      return true;
    });
    await session.ask('textDocument/hover', { textDocument: { uri }, position });
    assert.ok(session.logged.some((line) => /was not answered.*No such place/.test(line)));
  });

  it('is as harmless where the method is one that nobody knows', async () => {
    await assert.rejects(session.ask(`x/${LINK}`, {}), ({ message }: ResponseError) => {
      assert.doesNotMatch(message, /\]\(|\$\(|\n/);
      return true;
    });
  });
});

describe('what is done in the background', () => {
  it('ends nothing when it fails after the connection was closed', async () => {
    const closed = (): never => {
      throw new Error('Connection is closed.');
    };
    const log = clientLog({
      console: { info: closed, warn: closed, error: closed } as unknown as Connection['console'],
    });
    const steps: (() => void)[] = [];
    const background = new Background(log, (step) => void steps.push(step));
    background.later(() => {
      throw new Error('A step failed.');
    });
    for (const step of steps) step();
    background.run(Promise.reject(new Error('So did this.')), 'A promise failed.');
    await new Promise(setImmediate);
    log.info('x');
    log.warn('x');
  });

  it('is logged with its reason while somebody reads', () => {
    const lines: string[] = [];
    const error = (line: string) => void lines.push(line);
    const log = clientLog({ console: { error } as unknown as Connection['console'] });
    new Background(log, (step) => step()).later(() => {
      throw new Error('A step failed.');
    });
    assert.match(lines.join(), /put off failed\.\nError: A step failed\.\n +at /);
  });
});
