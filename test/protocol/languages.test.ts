import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCatalogue } from '../../server/src/hosts/node-catalogues.ts';
import { translated } from '../../server/src/words/languages.ts';
import { serverFile, StdioClient } from './client.ts';

const MISSING = 'Note “{label}” is called here but not written. Add a paragraph that begins with “{form}”.';

describe('The server in the language of its client', function () {
  this.timeout(60_000);
  let folder: string;
  let client: StdioClient;

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'sicetnon-language-')), 'workspace');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'notes.md'), 'Nobody paid.[^2]\n');
  });
  afterEach(() => {
    client.discard();
    rmSync(path.dirname(folder), { recursive: true, force: true });
  });

  async function finding(locale: string, options?: object): Promise<string> {
    client = await StdioClient.start({ from: folder, locale, ...(options ? { options } : {}) });
    await client.open('notes.md');
    const [first] = await client.diagnostics('notes.md', (found) => found.length > 0);
    return first!.message as string;
  }

  for (const language of translated)
    it(`tells findings in ${language}`, async () => {
      const message = readCatalogue(language, pathToFileURL(serverFile))[MISSING]!;
      const wanted = message.replace('{label}', '2').replace('{form}', '[^2]:');
      assert.equal(await finding(language), wanted);
      assert.notEqual(message, MISSING);
    });

  it('tells them in English where there is no catalogue', async () => {
    assert.match(await finding('pt-BR'), /^Note “2” is called here but not written/);
  });

  it('takes the translations that a client gives', async () => {
    assert.equal(
      await finding('de', { messages: { [MISSING]: 'Es fehlt {label}: {form}' } }),
      'Es fehlt 2: [^2]:',
    );
  });
});
