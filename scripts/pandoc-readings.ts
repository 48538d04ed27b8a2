/**
 * Regenerates the table of Pandoc's readings, from the texts in it: `npx tsx scripts/pandoc-readings.ts`. The current
 * Pandoc is the reference; where the installed one, Debian's 2.17, reads differently, that is recorded too.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readingsFile, readingWith, type Reading } from '../test/support/pandoc-readings.ts';
import { currentPandoc, installedPandoc } from '../test/support/pandoc.ts';

const readings = JSON.parse(readFileSync(readingsFile, 'utf8')) as Pick<Reading, 'name' | 'text' | 'open'>[];
const [now, before] = [await currentPandoc(), installedPandoc()];
if (!before) throw new Error('Pandoc is not installed: run scripts/setup.sh');
const made: Reading[] = [];
for (const { name, text, open } of readings) {
  const current = await readingWith(now, text);
  const earlier = await readingWith(before, text);
  const same = JSON.stringify(current) === JSON.stringify(earlier);
  made.push({ name, text, ...current, ...(same ? {} : { earlier }), ...(open ? { open } : {}) });
}
writeFileSync(readingsFile, `${JSON.stringify(made, null, 1)}\n`);
console.log(
  `${made.length} readings of Pandoc ${now.version}; ${made.filter(({ earlier }) => earlier).length} are others in ${before.version}.`,
);
