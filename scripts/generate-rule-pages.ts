// Generates docs/rules/ from the rules, and docs/conventions.md from the conventions of found texts.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { allConventions } from '../server/src/found/conventions/registry.ts';
import { allRules } from '../server/src/rules/all.ts';
import { conventionPage } from './convention-page.ts';
import { rulePages } from './rule-pages.ts';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
for (const [file, content] of rulePages(allRules)) {
  const target = path.join(docs, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}
writeFileSync(path.join(docs, 'conventions.md'), conventionPage(allConventions));
