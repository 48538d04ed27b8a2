import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { readCatalogue } from '../../../server/src/hosts/node-catalogues.ts';
import { setLanguage } from '../../../server/src/words/say.ts';
import { commandLine } from './command-line.ts';

describe('the command line in other languages', () => {
  const { write, run, folder } = commandLine();
  const catalogue = (language: Parameters<typeof readCatalogue>[0]) =>
    readCatalogue(language, pathToFileURL(path.resolve('dist/cli.js')));
  const german = { locale: 'de_DE.UTF-8', catalogue };
  const said = (args: readonly string[], more: object = german) => run(args, false, folder(), more);

  beforeEach(() => write('notes/bad.md', 'Nobody paid.[^2]\n'));
  afterEach(() => setLanguage('en', {}));

  it('speaks that of the system', async () => {
    const { out } = await said(['check', '--no-cache']);
    assert.match(out, /Auf die Anmerkung „2“ wird hier verwiesen/);
    assert.match(out, /1 Fehler in \d+ Dateien\./);
  });

  it('speaks another that is asked for', async () => {
    const { out } = await said(['check', '--no-cache', '--language', 'fr']);
    assert.match(out, /\d erreur dans \d+ fichiers\./);
    const { out: english } = await said(['check', '--no-cache', '--language=en']);
    assert.match(english, /Note “2” is called here but not written/);
  });

  for (const args of [
    ['check', '--format', 'json'],
    ['check', '--format=sarif'],
    ['inspect'],
    ['--no-found-bibliographies', 'inspect'],
  ])
    it(`leaves what programs read in English: ${args.join(' ')}`, async () => {
      const { out } = await said([...args, '--no-cache', '--language', 'de']);
      assert.equal(out, (await run([...args, '--no-cache'])).out);
      assert.doesNotMatch(out, /Anmerkung/);
    });

  it('annotates a pull request in the language of the system', async () => {
    assert.match((await said(['check', '--format', 'github', '--no-cache'])).out, /Auf die Anmerkung „2“/);
  });

  it('explains itself, and refuses, in it', async () => {
    assert.match((await said(['check', '--help'])).out, /diese Seite/);
    assert.match((await said(['check', '--language', 'de', '--help'])).out, /Beendigungscode|Exit|Rückgabe/i);
    assert.match((await said(['check', '--language', 'eo'])).complaints, /“eo”|„eo“/);
  });

  it('has lines of the width of a terminal in Chinese too', async () => {
    const { out } = await said(['check', '--help', '--language', 'zh-cn']);
    const { default: stringWidth } = await import('string-width');
    const options = out.split('\n').filter((line) => line.startsWith('  '));
    assert.ok(options.length > 10);
    for (const line of options) assert.ok(stringWidth(line) <= 102, line);
  });
});
