// Builds the documentation as a site into dist/site, with the server that its playground runs.
// npm run site            after a build
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vitepress';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = path.join(root, 'dist/site');
if (!existsSync(path.join(root, 'dist/browser.js')))
  throw new Error('The server was not built: npm run build');
await build(path.join(root, 'docs'));
mkdirSync(site, { recursive: true });
cpSync(path.join(root, 'dist/browser.js'), path.join(site, 'browser.js'));
cpSync(path.join(root, 'assets/icon.png'), path.join(site, 'icon.png'));
console.log(`The site is in ${path.relative(root, site)}: npx vitepress preview docs shows it.`);
