// The documentation as a site: npm run site builds it into dist/site.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

const docs = fileURLToPath(new URL('..', import.meta.url));

/** The pages on rules, by their titles. */
const rules = readdirSync(`${docs}rules`)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => {
    const code = name.replace(/\.md$/, '');
    const [, title = code] = /^# (.+)$/m.exec(readFileSync(`${docs}rules/${name}`, 'utf8')) ?? [];
    return { text: title, link: `/rules/${code}` };
  });

export default defineConfig({
  title: 'Sic et Non',
  description: 'What a careful colleague would say of your notes, citations, quotations and claims.',
  lang: 'en',
  outDir: '../dist/site',
  cacheDir: '../dist/site-cache',
  cleanUrls: true,
  // Words of the extension’s own walkthrough, which are shown inside VS Code.
  srcExclude: ['walkthrough/**'],
  rewrites: { 'rules/README.md': 'rules/index.md' },
  // What lies in the repository and not among the pages; whether it is there is tested by itself.
  ignoreDeadLinks: [/^(?:\.\/)?(?:\.\.\/)+(?:server|examples|client|test)\//],
  markdown: {
    config: (md) => {
      // Quarto's shortcodes are no expressions of Vue.
      const inline = md.renderer.rules.code_inline!;
      md.renderer.rules.code_inline = (...given) => inline(...given).replace('<code', '<code v-pre');
    },
  },
  // The letters of the page come from its own folder, and nothing from elsewhere.
  head: [['link', { rel: 'icon', href: '/icon.png' }]],
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Start', link: '/start/thesis' },
      { text: 'Notation', link: '/notation' },
      { text: 'Rules', link: '/rules/' },
      { text: 'Playground', link: '/playground' },
    ],
    sidebar: [
      {
        text: 'Start in five minutes',
        items: [
          { text: 'A thesis in Quarto, with Zotero', link: '/start/thesis' },
          { text: 'Sources, annotated', link: '/start/sources' },
          { text: 'An article to copy-edit', link: '/start/copy-edit' },
        ],
      },
      {
        text: 'What it reads',
        items: [
          { text: 'Notation', link: '/notation' },
          { text: 'Claims, and what follows from them', link: '/claims' },
          { text: 'The works behind your quotations', link: '/works' },
          { text: 'Texts as found', link: '/conventions' },
          { text: 'What Pandoc loses without a word', link: '/traps' },
        ],
      },
      {
        text: 'Where it works',
        items: [
          { text: 'The views', link: '/views' },
          { text: 'Keys', link: '/keys' },
          { text: 'Other editors', link: '/editors' },
          { text: 'The command line', link: '/command-line' },
          { text: 'Pipelines', link: '/pipelines' },
          { text: 'The protocol', link: '/protocol' },
        ],
      },
      { text: 'Rules', collapsed: true, items: [{ text: 'All of them', link: '/rules/' }, ...rules] },
    ],
  },
});
