import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { skip } from './skip.ts';

/** The folder of real texts beside the checkout, or in SICETNON_CORPUS. */
export const corpusFolder =
  process.env['SICETNON_CORPUS'] ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

/** A path in the corpus; skips the test with a reason where the corpus is absent. */
export function corpus(context: Mocha.Context, ...parts: string[]): string {
  const wanted = path.join(corpusFolder, ...parts);
  if (!existsSync(wanted)) {
    skip(context, `the shared texts are not here: ${parts.join('/')}, see SICETNON_CORPUS`);
  }
  return wanted;
}
