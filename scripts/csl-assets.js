/**
 * Makes the shipped CSL styles and locales from the CSL project's files:
 *
 *   node scripts/csl-assets.js <folder with styles/ and locales/>
 *
 * On Debian: citation-style-language-styles and citation-style-language-locales put them into
 * /usr/share/citation-style-language. Nothing of the styles is left out, their authors and rights least of all.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const CSL = createRequire(import.meta.url)('citeproc');
const styles = [
  'apa',
  'chicago-author-date',
  'chicago-note-bibliography',
  'harvard-cite-them-right',
  'modern-language-association',
];
const locales = ['de-DE', 'en-GB', 'en-US', 'es-ES', 'fr-FR', 'it-IT', 'zh-CN'];

const from = process.argv[2] ?? '/usr/share/citation-style-language';
const to = new URL('../server/assets/csl/', import.meta.url).pathname;

function convert(source, target) {
  const xml = readFileSync(path.join(from, source), 'utf8');
  writeFileSync(
    path.join(to, target),
    JSON.stringify(CSL.parseXml(CSL.stripXmlProcessingInstruction(xml))) + '\n',
  );
}

for (const folder of ['styles', 'locales']) mkdirSync(path.join(to, folder), { recursive: true });
for (const style of styles) convert(`styles/${style}.csl`, `styles/${style}.json`);
for (const locale of locales) convert(`locales/locales-${locale}.xml`, `locales/${locale}.json`);
