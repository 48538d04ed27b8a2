import { convert } from 'pandoc-wasm';

const LABELS =
  'act appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page paragraph part rule scene section sub-verbo supplement surface table timestamp title-locator verse version volume'.split(
    ' ',
  );

/** A style that prints only the label and value of a locator. */
const STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>Locators</title><id>locators</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout delimiter=" "><choose>${LABELS.map(
  (label, i) =>
    `<${i ? 'else-if' : 'if'} locator="${label}"><text value="{${label}="/></${i ? 'else-if' : 'if'}>`,
).join(
  '',
)}<else><text value="{"/></else></choose><text variable="locator" suffix="}"/></layout></citation></style>`;

/** The locator that the current Pandoc reads in each suffix: `page=12`, or nothing. All are in one document. */
export async function pandocLocators(suffixes: readonly string[], lang: string | null): Promise<string[]> {
  const text = `${documentHead(lang)}${suffixes.map((suffix) => `[@k, ${suffix}]`).join('\n\n')}\n`;
  const options = { from: 'markdown', to: 'plain', citeproc: true, csl: 'style.csl', wrap: 'none' };
  const { stdout, stderr } = await convert(options, text, { 'style.csl': STYLE });
  if (stdout === '') throw new Error(stderr);
  const paragraphs = stdout.trim().split(/\n\n+/);
  return suffixes.map((_, i) => {
    const locator = /\{([^]*?)\}/.exec(paragraphs[i] ?? '')?.[1] ?? '';
    return locator
      .replace(/[–—]/g, '-')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
  });
}

function documentHead(lang: string | null): string {
  const entry =
    'references:\n- id: k\n  type: book\n  title: T\n  author: [{family: Doe, given: J}]\n  issued: 2001\n';
  return `---\n${lang === null ? '' : `lang: ${lang}\n`}${entry}---\n\n`;
}
