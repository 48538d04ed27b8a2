import assert from 'node:assert/strict';
import type * as Citers from '../../../client/src/beside/citers.ts';
import type * as Others from '../../../client/src/beside/other-extensions.ts';
import { Position, Range } from '../../support/vscode/api.ts';
import { editor, inEditor, type FakeExtension } from '../../support/vscode/editor.ts';

const MARKDOWN: FakeExtension = {
  id: 'vscode.markdown-language-features',
  packageJSON: { isBuiltin: true, description: 'Citations of Markdown' },
};

/** Quarto's extension; activated it says whether it has found Quarto, as newer ones do. */
function quarto(finds?: boolean): FakeExtension {
  const extension: FakeExtension = {
    id: 'quarto.quarto',
    isActive: false,
    packageJSON: { displayName: 'Quarto', description: 'Extension for the Quarto publishing system' },
    activate: () => {
      extension.isActive = true;
      extension.exports = finds === undefined ? undefined : { isQuartoAvailable: () => finds };
      return Promise.resolve(extension.exports);
    },
  };
  return extension;
}

describe('headings that other extensions list', () => {
  let source: typeof Others;
  before(async () => (source = await inEditor<typeof Others>('client/src/beside/other-extensions.ts')));
  beforeEach(() => editor.reset());
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('are those of Markdown where the editor’s own Markdown is there', () => {
    assert.deepEqual(source.headingsOfTheEditor(), []);
    editor.extensions = [MARKDOWN];
    assert.deepEqual(source.headingsOfTheEditor(), ['md', 'markdown']);
  });

  for (const [what, finds, listed] of [
    ['has found Quarto', true, true],
    ['has not found Quarto, since it then lists nothing', false, false],
    ['does not say', undefined, true],
  ] as const)
    it(`are those of Quarto too once its extension ${what}`, async () => {
      editor.extensions = [MARKDOWN, quarto(finds)];
      let heard = 0;
      const following = source.followOutliners(() => heard++);
      assert.ok(!source.headingsOfTheEditor().includes('qmd'), 'it is not active');
      for (const hear of editor.heard.opened) hear({ languageId: 'markdown' });
      await turn();
      assert.equal(heard, 0);
      for (const hear of editor.heard.opened) hear({ languageId: 'quarto' });
      await turn();
      assert.equal(heard, 1);
      assert.equal(source.headingsOfTheEditor().includes('qmd'), listed);
      assert.equal(source.headingsOfTheEditor().includes('Rmd'), listed);
      following.dispose();
      assert.equal(editor.heard.opened.size + editor.heard.extensions.size, 0);
    });

  it('are heard of for a text that is open already, and not those of R Markdown beside R’s extension', async () => {
    editor.extensions = [quarto(true), { id: 'REditorSupport.r' }];
    editor.texts = [{ languageId: 'quarto' }];
    let heard = 0;
    source.followOutliners(() => heard++);
    await turn();
    assert.equal(heard, 1);
    assert.deepEqual(source.headingsOfTheEditor(), ['qmd']);
    for (const hear of editor.heard.extensions) hear();
    assert.equal(heard, 2);
  });
});

describe('hovers and words that others have', () => {
  let beside: Citers.BesideCiters;
  before(async () => {
    const source = await inEditor<typeof Citers>('client/src/beside/citers.ts');
    beside = new source.BesideCiters();
  });
  beforeEach(() => {
    editor.reset();
    editor.extensions = [quarto(true)];
  });

  const lines = ['---', 'lang: de', 'source: a', '---', 'So [@lee2011] and [@cole1990].', '---', 'lang: x'];
  const document = {
    uri: { toString: () => 'file:///w/a.qmd' },
    lineAt: (line: number) => ({ text: lines[line]! }),
    getText: ({ start, end }: Range) => lines[start.line]!.slice(start.character, end.character),
  } as never;

  const hover = async (line: number, from: number, to: number) =>
    (await beside.hover(document, new Position(line, from) as never, () =>
      Promise.resolve({ contents: [], range: new Range(line, from, line, to) } as never),
    )) !== null;

  it('are theirs over a citekey and in the front matter, where they have one', async () => {
    editor.answers.set('vscode.executeHoverProvider', [{}]);
    assert.equal(await hover(4, 5, 12), false, 'a citekey');
    assert.equal(await hover(1, 0, 4), false, 'a key of the front matter');
    assert.equal(await hover(4, 0, 2), true, 'words of the text');
    assert.equal(await hover(6, 0, 4), true, 'below the front matter');
    editor.answers.set('vscode.executeHoverProvider', []);
    assert.equal(await hover(4, 5, 12), true);
    assert.equal(await hover(2, 0, 6), true);
  });

  const offered = async (line: number, ...items: readonly [string, number][]) => {
    const own = items.map(([label, kind]) => ({ label, kind }));
    const left = await beside.completion(document, new Position(line, 1) as never, () =>
      Promise.resolve(own as never),
    );
    return (left as { label: string }[]).map(({ label }) => label);
  };

  it('are offered once: citekeys everywhere, other words in the front matter', async () => {
    const theirs = [
      { label: 'lee2011', kind: 20 },
      { label: 'lang', kind: 4 },
      { label: 'source', kind: 0 },
    ];
    editor.answers.set('vscode.executeCompletionItemProvider', { items: theirs });
    assert.deepEqual(await offered(4, ['@lee2011', 17], ['@cole1990', 17], ['lang', 9]), [
      '@cole1990',
      'lang',
    ]);
    assert.deepEqual(
      await offered(1, ['lang', 9], ['source', 9]),
      ['source'],
      'a word of the text hides nothing',
    );
    editor.extensions = [MARKDOWN, { id: 'a.b', packageJSON: { description: 'Colours' } }];
    assert.deepEqual(await offered(1, ['lang', 9]), ['lang'], 'nobody else is asked');
  });
});
