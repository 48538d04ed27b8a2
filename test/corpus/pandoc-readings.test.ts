import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compared, readingsFile, readingWith, type Reading } from '../support/pandoc-readings.ts';
import { currentPandoc, installedPandoc, readOurselves, type Pandoc } from '../support/pandoc.ts';
import { skip } from '../support/skip.ts';

const readings = JSON.parse(readFileSync(readingsFile, 'utf8')) as Reading[];

describe('short texts, as the current Pandoc reads them', () => {
  for (const { name, text, earlier, open, ...current } of readings)
    it(open ? `${name} (as Pandoc 2.17: ${open})` : name, () =>
      assert.deepEqual(compared(readOurselves(text)), open ? earlier : current),
    );
});

describe('the table of readings', () => {
  /** The names of the texts that a Pandoc reads otherwise than the table says. */
  async function differing(
    pandoc: Pandoc,
    expected: (reading: Reading) => Reading['earlier'],
  ): Promise<string[]> {
    const names: string[] = [];
    for (const reading of readings) {
      const { citations, notes, literalMarkers, spans, divs } = expected(reading)!;
      const table = { citations, notes, literalMarkers, spans, divs };
      if (JSON.stringify(await readingWith(pandoc, reading.text)) !== JSON.stringify(table))
        names.push(reading.name);
    }
    return names;
  }

  it('is what the current Pandoc reads (else: npx tsx scripts/pandoc-readings.ts)', async () => {
    const pandoc = await currentPandoc();
    assert.ok(Number.parseInt(pandoc.version) >= 3, pandoc.version);
    assert.deepEqual(await differing(pandoc, (reading) => reading), []);
  });

  it('lists what Pandoc 2.17 reads otherwise, and nothing else', async function () {
    const pandoc = installedPandoc();
    if (!pandoc?.version.startsWith('2.17'))
      return skip(this, 'the installed Pandoc is not the 2.17 that the table speaks of');
    assert.deepEqual(await differing(pandoc, (reading) => reading.earlier ?? reading), []);
  });
});
