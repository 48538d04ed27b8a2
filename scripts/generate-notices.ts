/** Writes THIRD-PARTY-NOTICES.txt from the bundles; fails where something may not be shipped. */
import { writeFileSync } from 'node:fs';
import { bundledFiles, noticesFile, noticesText, packagesOf, refusals, stylesOf } from './notices.ts';

const files = await bundledFiles();
const packages = packagesOf(files);
const styles = stylesOf(files);
const refused = refusals(packages, styles);
if (refused.length > 0) {
  console.error(refused.join('\n'));
  process.exitCode = 1;
} else writeFileSync(noticesFile, noticesText(packages, styles));
