/**
 * What is asked for on purpose, and not by opening or editing: fixes of a whole file with their diff, a baseline, the
 * source of a quotation, and where words stand in it.
 */
import { siftByBaseline, writeBaseline } from '../../server/src/cli/baseline.ts';
import { fixAll } from '../../server/src/cli/fix.ts';
import { unifiedDiff } from '../../server/src/cli/line-diff.ts';
import { RawText } from '../../server/src/cli/raw-text.ts';
import type { Stops } from '../../server/src/cli/terminal.ts';
import { sourceAt } from '../../server/src/features/source/source-at.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { each, prose, times, type Family } from './family.ts';
import type { Opened } from './steps.ts';

const asked = (make: Family['make'], ask: NonNullable<Family['ask']>): Pick<Family, 'make' | 'ask'> => ({
  make,
  ask,
});

/** All fixes of the opened file, and the diff that `--dry-run` prints. */
async function fix({ service, path: file, text }: Opened): Promise<void> {
  const read = (): RawText => RawText.of(text);
  const fixed = await fixAll(service, [file], read, { pass: () => Promise.resolve() } as unknown as Stops);
  for (const { before, after } of fixed.files) unifiedDiff('a', 'b', before?.raw ?? '', after.raw);
}

/** A baseline of the opened file is written, and read again. */
async function baseline({ service, path: file, text }: Opened): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-bench-'));
  const words = DocumentText.of(text);
  const reports = [{ path: file, findings: service.check(file).findings }];
  const place = {
    file: 'baseline.json',
    cwd: folder,
    wordsAt: (_: string, range: Parameters<typeof words.lines.offsets>[0]) =>
      words.slice(words.lines.offsets(range)),
  };
  await writeBaseline(reports as never, place);
  siftByBaseline(reports as never, place);
  rmSync(folder, { recursive: true });
}

/** The sources of what stands at places of the opened file. */
function source({ service, path: file, text }: Opened): Promise<void> {
  for (let i = 0; i < 20; i++) {
    const from = Math.floor((text.length * i) / 20);
    const request = service.request(file, service.positions(file, { from, to: from }).start);
    if (request) sourceAt(request);
  }
  return Promise.resolve();
}

const quoting = (text: string): Record<string, string> => ({
  'text.md': text,
  'sicetnon.yaml': 'bibliography: [works.bib]\nsources: {source.txt: k0}\n',
  'works.bib': '@book{k0, title = {A}, author = {Weaver, Ann}, year = 1999}\n',
  'source.txt': prose(4000),
});

const table = (ask: NonNullable<Family['ask']>, makes: Readonly<Record<string, Family['make']>>) =>
  Object.fromEntries(Object.entries(makes).map(([name, make]) => [name, asked(make, ask)]));

export const doorFamilies: readonly Family[] = [
  ...Object.entries(
    table(fix, {
      'slips in paragraphs': (n) => each(n, (i) => `So [they ${i}] {.claim #c${i}} said.\n\n`),
      'slips in one line': (n) => each(n, (i) => `So [they ${i}] {.claim #c${i}} said. `),
      'slips, each within the one before': (n) => `${times(n, '[a ')}${times(n, '] {.claim}')}\n`,
      'notes that nobody calls': (n) => each(n, (i) => `[^a${i}]: Words.\n\n`),
      'comments that silence nothing': (n) =>
        each(
          n,
          () => '<!-- sicetnon-disable claim-open -->\n\nWords.\n\n<!-- sicetnon-enable claim-open -->\n\n',
        ),
      'claims of one name': (n) => times(n, '[Words]{.claim #c}.\n\n'),
      'markers glued together': (n) =>
        each(n, (i) => `Words.[^a${i}][^b${i}]\n\n[^a${i}]: A.\n\n[^b${i}]: B.\n\n`),
      'keys that are nearly known': (n) => quoting(each(n, () => 'See [@k1].\n\n')),
      'attributes that are nearly known': (n) => each(n, (i) => `[Words]{.claim #c${i} abuot="a"}.\n\n`),
    }),
  ).map(([name, rest]) => ({ area: 'fix', name, ...rest })),
  ...Object.entries(
    table(baseline, {
      'findings, all different': (n) => each(n, (i) => `See [@x${i}].\n\n`),
      'findings, all alike': (n) => times(n, 'See [@x].\n\n'),
      'findings in one line': (n) => each(n, (i) => `See [@x${i}]. `),
      'findings within each other': (n) => `${times(n, '[a ')}${times(n, ']{.claim}')}\n`,
      'findings on long words': (n) => each(Math.ceil(n / 64), () => `[${prose(512)}]{.claim}.\n\n`),
    }),
  ).map(([name, rest]) => ({ area: 'baseline', name, ...rest })),
  ...Object.entries(
    table(source, {
      'citations of one work': (n) => quoting(times(n, 'It says “the guild of the town” [@k0].\n\n')),
      'quotations in one paragraph': (n) => quoting(times(n, 'It says “the guild of the town” [@k0]. ')),
      'a long quotation': (n) => quoting(`It says “${prose(4 * n)}” [@k0].\n`),
      'citations in one bracket': (n) => quoting(`See [${times(n, '@k0, p. 3; ')}@k0].\n`),
    }),
  ).map(([name, rest]) => ({ area: 'source', name, ...rest })),
];
