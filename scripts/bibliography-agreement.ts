// Prints how far our reading of bibliographies agrees with the current Pandoc's, by field.
// npx tsx scripts/bibliography-agreement.ts [--differences] FILE.bib...
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { convert, query } from 'pandoc-wasm';
import { BibtexLibrary } from '../server/src/bibliography/bibtex-library.ts';
import { bibtexToCsl } from '../server/src/bibliography/bibtex-to-csl.ts';
import { inSentenceCase } from '../server/src/bibliography/sentence-case.ts';
import type { BibliographyEntry, CslItem } from '../server/src/bibliography/model.ts';
import { readBibliography } from '../server/src/bibliography/read-bibliography.ts';
import { DocumentText } from '../server/src/text/document-text.ts';
import { compareItems, FIELDS, type FieldAgreement } from '../test/support/bibliography-agreement.ts';

const { values, positionals } = parseArgs({
  options: { differences: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const library = new BibtexLibrary();
await library.load();
const counts = new Map<string, FieldAgreement>();
let entries = 0;
for (const file of positionals) {
  const { text } = DocumentText.of(readFileSync(file, 'utf8'));
  const { stdout } = await convert({ from: 'biblatex', to: 'csljson' }, text, {});
  if (stdout === '') {
    console.log(`Pandoc refuses ${path.basename(file)}.`);
    continue;
  }
  const ours = new Map<string, BibliographyEntry[]>();
  for (const entry of readBibliography(file, text, library).entries)
    ours.set(entry.key.text, [...(ours.get(entry.key.text) ?? []), entry]);
  for (const item of JSON.parse(stdout) as CslItem[]) {
    // For us the work is the volume, for Pandoc the whole.
    if (item['volume-title'] !== undefined) continue;
    entries++;
    const latex = ours.get(item.id)?.shift()?.latex?.();
    const decoded =
      latex && bibtexToCsl(latex.id, latex.type, library.current()(latex.type, inSentenceCase(latex.fields)));
    const differences = compareItems(decoded ?? null, item, counts);
    if (values.differences)
      for (const { key, field, ours, pandocs } of differences)
        console.log(`${path.basename(file)} ${key} ${field}\n    ours   ${ours}\n    Pandoc ${pandocs}`);
  }
}
console.log(`${entries} entries, Pandoc ${query({ query: 'version' }) as string}`);
for (const field of FIELDS) {
  const { present, equal } = counts.get(field) ?? { present: 0, equal: 0 };
  if (present > 0)
    console.log(`${field.padEnd(18)} ${equal} of ${present}, ${((100 * equal) / present).toFixed(1)} %`);
}
