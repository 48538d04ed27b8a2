import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import {
  MOST_IN_STYLE,
  MOST_STEPS,
  problemOfStyle,
  readStyle,
  type StyleNode,
} from '../../../server/src/bibliography/csl-style.ts';
import { describeEntry } from '../../../server/src/bibliography/describe-entry.ts';
import { loadFormatter } from '../../../server/src/bibliography/load-formatter.ts';
import type { CslItem } from '../../../server/src/bibliography/model.ts';

const book: CslItem = { id: 'b', type: 'book', title: 'Whole', author: [{ literal: 'World Bank' }] };

const styleOf = (inner: string, layout = '<text macro="m0"/>', attributes = ''): string =>
  `<?xml version="1.0"?>\n<!-- a comment with <macro name="m0"> -->\n<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"${attributes}><info><title>t</title><id>t</id></info>${inner}<citation><layout>${layout}</layout></citation><bibliography><layout>${layout}</layout></bibliography></style>`;
const macro = (name: string, inner: string): string => `<macro name="${name}">${inner}</macro>`;
const call = (name: string): string => `<text macro="${name}"/>`;
const TITLE = '<text variable="title"/>';
const chain = (length: number, link: (next: string) => string): string =>
  Array.from({ length }, (_, i) => macro(`m${i}`, link(call(`m${i + 1}`)))).join('') +
  macro(`m${length}`, TITLE);

/** What a style prints, twice: the room that other styles have. */
function printed(style: StyleNode): StyleNode[] {
  const parts = style.children
    .filter((child) => typeof child !== 'string')
    .filter(({ name }) => name === 'citation' || name === 'bibliography');
  assert.equal(parts.length, 2);
  return [...parts, ...parts];
}

describe('a citation style', () => {
  const refused: [what: string, xml: string, why: RegExp][] = [
    [
      'macros that call the next twice',
      styleOf(chain(26, (next) => next + next)),
      /more than 10,000 elements/,
    ],
    [
      'the same in groups and names',
      styleOf(
        chain(
          26,
          (next) => `<group>${next}<names variable="author"><substitute>${next}</substitute></names></group>`,
        ),
      ),
      /more than 10,000/,
    ],
    ['a macro that calls itself', styleOf(macro('m0', call('m0'))), /“m0” calls itself/],
    [
      'macros that call each other, though nobody calls them',
      styleOf(macro('a', call('b')) + macro('b', call('a')) + macro('m0', TITLE)),
      /calls itself/,
    ],
    [
      'a call from a sort key',
      styleOf(
        chain(26, (next) => next + next),
        TITLE,
      ).replace('<layout>', '<sort><key macro="m0"/></sort><layout>'),
      /more than 10,000/,
    ],
    ['macros that call each other too deep', styleOf(chain(200, (next) => next)), /more than 60 deep/],
    [
      'elements that stand too deep',
      styleOf('', '<group>'.repeat(500) + TITLE + '</group>'.repeat(500)),
      /more than 60 deep/,
    ],
    ['too many elements', styleOf(macro('m0', TITLE.repeat(20_000))), /more than 15,000 elements/],
    ['too many calls', styleOf(macro('a', TITLE), call('a').repeat(2000)), /more than 1,500 places/],
    [
      'a prefix of thousands of quotation marks',
      styleOf('', `<text variable="title" prefix='${'"'.repeat(5000)}'/>`),
      /“prefix”.*more than 1,000 characters/,
    ],
    [
      'words printed thousands of times',
      styleOf(macro('m0', `<text value="${'w'.repeat(900)}"/>`), call('m0').repeat(1000)),
      /more than 10,000/,
    ],
    ['length', styleOf('') + ' '.repeat(MOST_IN_STYLE), /longer than 1,000,000 characters/],
    [
      'broken XML',
      styleOf('').replace('</info>', ''),
      /it is not well-formed XML: unexpected close tag \(line 3, column \d+\)/,
    ],
    [
      'an attribute that is a pattern',
      styleOf(macro('m0', `<text (a+)+b="${'a'.repeat(50)}"/>`)),
      /not well-formed XML/,
    ],
    [
      'entities of entities',
      `<!DOCTYPE s [<!ENTITY a "xxxx"><!ENTITY b "&a;&a;">]>${styleOf(macro('m0', '<text value="&b;"/>'))}`,
      /not well-formed XML/,
    ],
    ['another document', '<html></html>', /no element “style”/],
  ];
  for (const [what, xml, why] of refused)
    it(`is refused for ${what}, with the reason`, async () => {
      const formatter = await loadFormatter({ xml });
      assert.equal(formatter.reference(book), describeEntry(book));
      assert.match(formatter.problem!, why);
      assert.match(
        formatter.problem!,
        /^This citation style cannot be used \(.*\); entries are shown without one\.$/s,
      );
    });

  it('is used as it is written, its comments left out', async () => {
    const xml = styleOf(
      macro('m0', `<text variable="title" prefix="&lt;&amp; " text-case="uppercase"/>`),
      undefined,
      ' default-locale="de-DE"',
    );
    const formatter = await loadFormatter({ xml: `\n\n${xml}` });
    assert.equal(formatter.reference(book), '\\<& WHOLE');
    assert.equal(formatter.problem, null);
  });

  it('may call macros in turn, and take one of many alternatives', () => {
    const alternatives = `<choose>${Array.from({ length: 30 }, (_, i) => `<if type="t${i}">${TITLE.repeat(400)}</if>`).join('')}</choose>`;
    for (const xml of [styleOf(chain(10, (next) => next + next)), styleOf(macro('m0', alternatives))]) {
      const reading = readStyle(xml);
      assert.ok('style' in reading);
      assert.equal(problemOfStyle(reading.style), null);
    }
  });

  it('that ships with us is far from being refused', () => {
    const folder = new URL('../../../server/assets/csl/styles/', import.meta.url);
    for (const file of readdirSync(folder)) {
      const style = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as StyleNode;
      const layout: StyleNode = { name: 'layout', attrs: {}, children: printed(style) };
      assert.equal(problemOfStyle(style), null, file);
      assert.equal(
        problemOfStyle({ ...style, children: [...style.children, layout] }),
        null,
        `${file}, of ${MOST_STEPS}`,
      );
    }
  });
});
