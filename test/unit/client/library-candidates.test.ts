import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportsIn, libraryCandidates } from '../../../client/src/library/candidates.ts';

const pref = (value: object) =>
  `user_pref("extensions.zotero.translators.better-bibtex.autoExport.x%2Ey", ${JSON.stringify(JSON.stringify(value))});\n`;

describe('libraries that a person may mean', () => {
  it('are those that Better BibTeX keeps, then those in the folders of Zotero', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'sicetnon-home-'));
    try {
      const write = (file: string, text: string) => {
        mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
        writeFileSync(path.join(home, file), text);
      };
      const kept = path.join(home, 'texts', 'all works.bib');
      write('texts/all works.bib', '');
      write('Zotero/other.bib', '');
      write('Zotero/zotero.sqlite', '');
      write(
        '.zotero/zotero/ab.default/prefs.js',
        pref({ enabled: true, path: kept }) + pref({ path: '/gone.bib' }),
      );
      assert.deepEqual(await libraryCandidates(home), [
        { file: kept, why: 'kept up to date by Better BibTeX' },
        { file: path.join(home, 'Zotero', 'other.bib'), why: 'in the folder of Zotero' },
      ]);
    } finally {
      rmSync(home, { recursive: true });
    }
  });

  it('are none where nothing is there, or preferences say something else', async () => {
    assert.deepEqual(await libraryCandidates('/nowhere/at/all'), []);
    assert.deepEqual(
      exportsIn(
        `${pref({ path: 'relative.bib' })}${pref({ path: 7 })}user_pref("extensions.zotero.translators.better-bibtex.autoExport.a", "no json");\nuser_pref("extensions.zotero.translators.better-bibtex.autoExportDelay", 30);\n`,
      ),
      [],
    );
  });
});
