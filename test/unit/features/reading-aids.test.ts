import assert from 'node:assert/strict';
import { outlineOf, type OutlineItem } from '../../../server/src/features/outline.ts';
import { foldsOf } from '../../../server/src/features/folding.ts';
import { selectionRangesAt } from '../../../server/src/features/selection-ranges.ts';
import { semanticTokens } from '../../../server/src/features/semantic-tokens.ts';
import { inlayHints, type HintChoice } from '../../../server/src/features/inlay-hints.ts';
import { claimLenses } from '../../../server/src/features/claim-lens.ts';
import { leaningOn, leantOnBy } from '../../../server/src/features/support-hierarchy.ts';
import {
  linksOfData,
  linksOfDocument,
  type DocumentLink,
} from '../../../server/src/features/document-links.ts';
import { workspaceSymbols } from '../../../server/src/features/workspace-symbols.ts';
import { allAtOnce } from '../../../server/src/text/stepwise.ts';
import { workspaceOf } from '../../support/check.ts';
import { askAt } from '../../support/features.ts';
import { draw, parseFixture } from '../../support/fixture.ts';

describe('The outline', () => {
  function lines(items: readonly OutlineItem[], indent = ''): string[] {
    return items.flatMap(({ kind, name, detail, children }) => [
      `${indent}${kind} ${name}${detail ? ` · ${detail}` : ''}`,
      ...lines(children, `${indent}  `),
    ]);
  }
  it('has claims and notes below their headings', async () => {
    const { request } = await askAt(
      '‸# One\n\n[Outer [inner]{.claim} words]{.claim #outer}.[^n]\n\n## Two\n\n[^n]: A note.\n\n# Three\n\n::: {.claim #div}\nLong words.\n:::\n',
    );
    assert.deepEqual(lines(outlineOf(request.view)), [
      'heading One',
      '  claim #outer · Outer inner words',
      '    claim inner',
      '  heading Two',
      '    note [^n] · A note.',
      'heading Three',
      '  claim #div · Long words.',
    ]);
  });
  it('ends a section where one of its level or above begins', async () => {
    const { request } = await askAt('‸### A\n\n# B\n\n### C\n\n## D\n\n### E\n\n## F\n\n# G\n');
    assert.deepEqual(lines(outlineOf(request.view)), [
      ...[
        'heading A',
        'heading B',
        '  heading C',
        '  heading D',
        '    heading E',
        '  heading F',
        'heading G',
      ],
    ]);
  });
  it('leaves headings to an editor that lists them', async () => {
    const { request } = await askAt(
      '‸# One\n\n[Outer [inner]{.claim} words]{.claim #outer}.[^n]\n\n## Two\n\n[^n]: A note.\n',
    );
    assert.deepEqual(lines(outlineOf(request.view, false)), [
      'claim #outer · Outer inner words',
      '  claim inner',
      'note [^n] · A note.',
    ]);
  });
  it('has the notes of texts as found', async () => {
    const { request } = await askAt('‸Long,¹ fines² and all.\n\n## Notes\n\n1. The union.\n2. The firm.\n');
    assert.deepEqual(lines(outlineOf(request.view)), [
      'heading Notes',
      '  note 1 · The union.',
      '  note 2 · The firm.',
    ]);
  });
  it('chooses what lies within each item', async () => {
    const { request } = await askAt('‸# \n\n[]{.claim #a}\n\n::: {.claim}\n:::\n\n> # Q\n> [x]{.claim}\n');
    const check = (
      items: readonly OutlineItem[],
      outer = { from: 0, to: request.view.text.length },
    ): void => {
      for (const { range, selection, name, children } of items) {
        assert.ok(outer.from <= range.from && range.to <= outer.to);
        assert.ok(range.from <= selection.from && selection.to <= range.to);
        assert.notEqual(name, '');
        check(children, range);
      }
    };
    check(outlineOf(request.view));
  });
});

describe('Folding', () => {
  it('knows front matter, divs, notes, and lists of references', async () => {
    const text =
      '---\ntitle: T\n---\n\nA[^n].\n\n::: {.claim}\nB\n\n:::: {.x}\nC\n::::\n:::\n\n[^n]: Note\n\n    more.\n\n[^m]: Short.\n';
    const { request } = await askAt(`‸${text}`);
    const of = ({ startLine, endLine }: { startLine: number; endLine: number }) => `${startLine}-${endLine}`;
    assert.deepEqual(foldsOf(request.view).map(of), ['0-2', '6-12', '9-11', '14-16']);
    const found = await askAt(
      '‸So (Ash, 1950) and (Cole, 2001).\n\n## References\n\nAsh, M. (1950) *Fairs*. Leeds: Moor.\n\nCole, U. (2001) *Tolls*. York: Fen.\n',
    );
    assert.deepEqual(foldsOf(found.request.view).map(of), ['2-6']);
  });
});

describe('Selecting more and more', () => {
  async function grown(fixture: string): Promise<string[]> {
    const { request } = await askAt(fixture);
    return selectionRangesAt(request.view, request.offset).map((range) => request.view.text.slice(range));
  }
  it('goes from the word to the span, the sentence, the paragraph and the div', async () => {
    assert.deepEqual(
      await grown('::: {.x}\nFirst here. [The o‸ld guild]{.claim #a} met. Last.\n:::\n\nMore.\n'),
      [
        'old',
        'The old guild',
        '[The old guild]{.claim #a}',
        '[The old guild]{.claim #a} met.',
        'First here. [The old guild]{.claim #a} met. Last.',
        '::: {.x}\nFirst here. [The old guild]{.claim #a} met. Last.\n:::',
        '::: {.x}\nFirst here. [The old guild]{.claim #a} met. Last.\n:::\n\nMore.\n',
      ],
    );
  });
  it('goes through attributes, citations and notes', async () => {
    assert.deepEqual((await grown('So [a]{.claim says="old = y‸es"}.\n')).slice(0, 5), [
      'yes',
      'old = yes',
      'says="old = yes"',
      '{.claim says="old = yes"}',
      '[a]{.claim says="old = yes"}',
    ]);
    assert.deepEqual((await grown('So [see @as‸h, p. 3; @oak] it is. More.\n')).slice(0, 3), [
      'ash',
      'see @ash, p. 3',
      'So [see @ash, p. 3; @oak] it is.',
    ]);
    assert.deepEqual(
      (await grown('A[^n].\n\n[^n]: One w‸ord. Two.\n')).slice(0, 4),
      ['word', 'One word.', 'One word. Two.', '[^n]: One word. Two.'].slice(0, 4),
    );
  });
  it('answers anywhere, each range in the next', async () => {
    const text =
      '---\ntitle: T\n---\n\n# H\n\n[a [b]{.x}]{.claim #c says="d = 1"} [@e, p. 1]^[f].[^g]\n\n[^g]: h\n';
    const { request } = await askAt(`‸${text}`);
    for (let offset = 0; offset <= text.length; offset++) {
      const ranges = selectionRangesAt(request.view, offset);
      assert.ok(ranges.length > 0);
      ranges.reduce((inner, outer) => {
        assert.ok(outer.from <= inner.from && inner.to <= outer.to, `${offset}`);
        return outer;
      });
    }
  });
});

describe('Semantic tokens', () => {
  const works = '//- works.bib\n@book{ash, title = {Ash}}\n@book{oak, title = {Oak}}\n';
  async function check(fixture: string, others = works): Promise<void> {
    const { text } = parseFixture(fixture)[0]!;
    const { request } = await askAt(`//- a.md\n‸${text}${others}`);
    const tokens = semanticTokens(request).map(({ type, range }) => ({ tag: type, ...range }));
    assert.equal(draw(text, tokens), fixture);
    for (const { range } of semanticTokens(request))
      assert.ok(!request.view.text.slice(range).includes('\n'));
  }
  it('are names, keys and values', () =>
    check(
      'See [@⟦citekey|ash⟧, p. 3][^⟦note|n⟧] and [x]{.claim #⟦claim|a⟧ ⟦attribute|about⟧="⟦actor|guild⟧⟦value| ⟧⟦actor|town⟧" ⟦attribute|says⟧="⟦property|old⟧⟦value| = yes; ⟧⟦actor|town⟧⟦value|.⟧⟦property|big⟧⟦value| = no⟧" ⟦attribute|supports⟧="⟦claim|#b⟧" ⟦attribute|evidence⟧="⟦value|@⟧⟦citekey|ash⟧⟦value|, p. 3⟧"}.\n\n[^⟦note|n⟧]: [They]{.actor ⟦attribute|ref⟧="⟦actor|guild⟧"} [say]{.quote ⟦attribute|from⟧="⟦value|@⟧⟦citekey|ash⟧"} [y]{.other key="v"}.\n'.replace(
        '⟦value| ⟧⟦actor|town⟧"',
        '⟦value| ⟧⟦actor|town⟧"',
      ),
    ));
  it('are the same over the ends of lines', () =>
    check(
      '[x]{.claim #⟦claim|a⟧\n⟦attribute|when⟧="⟦value|2004⟧"\n⟦attribute|where⟧="⟦value|New⟧\n⟦value|Town⟧"}.\n',
    ));
  it('are those of a part alone when asked so', async () => {
    const text = 'See @ash.\n\nSee @oak.\n';
    const { request } = await askAt(`//- a.md\n‸${text}${works}`);
    assert.deepEqual(semanticTokens(request, { from: 10, to: text.length }), [
      { type: 'citekey', range: { from: 16, to: 19 } },
    ]);
  });
  it('are keys that are known, and in brackets those that should be', () =>
    check('See @⟦citekey|ash⟧ and [@⟦citekey|elm⟧], not @elm. So ⟦placeholder|[?]⟧.\n'));
  it('are no handles, decorators, scopes or cells where nobody cites', () =>
    check('Ping @octocat, [@maintainer], [@babel/core] on @Injectable() of [@ash2004, p. 3] [?] [@].\n', ''));
  it('are the calls of notes, citations and short titles of texts as found', () =>
    check(
      'Long,⟦note|¹⟧ fines⟦note|²⟧ and all (⟦citekey|Lee, 2011: 4⟧).\n\n## Notes\n\n⟦note|1⟧. Ann Lee, *The Dyers* (Leeds: Press, 1990), p. 3.\n⟦note|2⟧. ⟦citekey|Ibid., p. 5⟧.\n\n## References\n\nLee, A. (2011) The Union. Leeds: Press.\n',
      '',
    ));
});

describe('Inlay hints', () => {
  async function hinted(
    fixture: string,
    choice: Partial<HintChoice> = { shortTitles: true, noteNumbers: true },
  ): Promise<string> {
    const { request, file } = await askAt(fixture);
    let text = '';
    let done = 0;
    const all = { shortTitles: false, noteNumbers: false, asserters: false, ...choice };
    for (const { offset, label } of inlayHints(request, { from: 0, to: file.text.length }, all)) {
      text += `${file.text.slice(done, offset)}‹${label}›`;
      done = offset;
    }
    return text + file.text.slice(done);
  }
  it('tell what a short title stands for', async () => {
    const notes = '1. Mary Ash, *The Fairs of the North* (Leeds: Moor, 1950), p. 3.\n2. Ibid., p. 4.\n';
    const text = `‸Long,¹ fines.²\n\n## Notes\n\n${notes}`;
    assert.match(await hinted(text), /2\. Ibid\.‹= Mary Ash, The Fairs|2\. Ibid\.‹= Mary Ash, \*The Fairs/);
    const known = `//- works.bib\n@book{ash, author = {Ash, Mary}, title = {The Fairs of the North}, date = {1950}}\n//- sicetnon.yaml\nbibliography: works.bib\n//- main.md\n${text}`;
    assert.match(await hinted(known), /2\. Ibid\.‹= Ash \(1950\)›, p\. 4/);
    assert.doesNotMatch(await hinted(text, { shortTitles: false, noteNumbers: true }), /‹/);
  });
  it('tell whose a claim is that names nobody and is followed by one citation', async () => {
    const works =
      '//- works.bib\n@book{ash, author = {Ash, Mary and Oak, Ian}, title = {Fairs}, date = {1950}}\n//- sicetnon.yaml\nbibliography: works.bib\n//- main.md\n';
    const hints = (text: string) => hinted(`${works}‸${text}`, { asserters: true });
    const on = '‹the writer, on Ash and Oak (1950)›';
    for (const [text, expected] of [
      ['[A]{.claim} [@ash, p. 3].\n', `[A]{.claim}${on} [@ash, p. 3].\n`],
      ['[A]{.claim}[@ash].\n', `[A]{.claim}${on}[@ash].\n`],
      ['[A]{.claim}\n[see @ash].\n', `[A]{.claim}${on}\n[see @ash].\n`],
      ['[A]{.claim} @ash [p. 3].\n', `[A]{.claim}${on} @ash [p. 3].\n`],
      ['[A]{.claim by="@ash"} [@ash].\n', '[A]{.claim by="@ash"} [@ash].\n'],
      ['[A]{.claim}, so [@ash].\n', '[A]{.claim}, so [@ash].\n'],
      ['[A]{.claim} [@ash; @oak].\n', '[A]{.claim} [@ash; @oak].\n'],
      ['[A]{.claim} [@oak].\n', '[A]{.claim} [@oak].\n'],
      ['[A [@ash]]{.claim}.\n', '[A [@ash]]{.claim}.\n'],
    ] as const)
      assert.equal(await hints(text), expected);
  });
  it('tell the number that a note will get', async () => {
    assert.equal(
      await hinted('‸A[^one], b^[two], c[^3], d[^lost], e[^one].\n\n[^one]: N[^3].\n\n[^3]: M.\n'),
      'A[^one]‹1›, b^[two]‹2›, c[^3], d[^lost], e[^one]‹4›.\n\n[^one]: N[^3].\n\n[^3]: M.\n',
    );
  });
});

describe('The lens on a claim', () => {
  it('tells who bears it and who stands against it', async () => {
    const { request } = await askAt(
      '‸[A]{.claim #a}. [B]{.claim #b supports="#a"}. [C]{.claim #c contradicts="#a"}. [D]{.claim #d evidence="#b"}.\n\n[E]{.claim #e} [F]{.claim #f contradicts="#e"} [G]{.claim #g resolves="#e #f"}.\n\n[H]{.claim #h} [I]{.claim #i contradicts="#h"} [J]{.claim #j resolves="#h #i" status="open"}.\n',
    );
    assert.deepEqual(
      claimLenses(request).map(({ title, claims }) => `${title}: ${claims.map(({ id }) => id).join(' ')}`),
      [
        '1 claim supports it · 1 claim contradicts it · not settled: b c',
        '1 claim contradicts it · not settled: a',
        '1 claim supports it: b',
        '1 conflict settled: f',
        '1 conflict settled: e',
        '1 claim contradicts it · being settled: i',
        '1 claim contradicts it · being settled: h',
      ],
    );
  });
});

describe('Who leans on whom', () => {
  it('is told with the places that say so', async () => {
    const { request } = await askAt(
      '//- other.md\n[D]{.claim #d evidence="main.md#a"}.\n//- main.md\n‸[A]{.claim #a}. [B]{.claim #b supports="#a"}.\n',
    );
    const { reasoning } = request;
    const [a] = reasoning.claimsIn('main.md');
    const tell = (links: ReturnType<typeof leaningOn>) =>
      links.map(({ claim, ranges }) => [claim.address, ...ranges.map(({ from, to }) => `${from}-${to}`)]);
    assert.deepEqual(tell(leaningOn(a!, reasoning)), [['other.md#d', '32-33']]);
    assert.deepEqual(tell(leantOnBy(a!, reasoning)), [['main.md#b', '0-3']]);
  });
});

describe('Links', () => {
  const tell = (text: string, links: readonly DocumentLink[]) =>
    links.map((link) => [
      text.slice(link.range.from, link.range.to),
      'page' in link ? link.page : `${link.path}${link.place ? `@${link.place.from}` : ''}`,
    ]);
  it('lead to pages, DOIs, claims and files', async () => {
    const text =
      '---\nbibliography: [../works.bib, nowhere.bib]\n---\n\nSee https://a.org/x_(y). And (doi:10.1000/ab.c-d(1)), <https://doi.org/10.1/x>.\n\n[A]{.claim #a supports="#b ../other.md#o #lost"} [b]{.claim #b}.\n';
    const { request } = await askAt(
      `//- works.bib\n@book{a, title = {A}}\n//- other.md\n[O]{.claim #o}.\n//- sub/main.md\n‸${text}`,
    );
    assert.deepEqual(tell(text, linksOfDocument(request.view, request)), [
      ['../works.bib', 'works.bib'],
      ['https://a.org/x_(y)', 'https://a.org/x_(y)'],
      ['doi:10.1000/ab.c-d(1)', 'https://doi.org/10.1000/ab.c-d(1)'],
      ['https://doi.org/10.1/x', 'https://doi.org/10.1/x'],
      ['#b', `sub/main.md@${text.lastIndexOf('#b}') + 1}`],
      ['../other.md#o', 'other.md@12'],
    ]);
  });
  it('lead from bibliographies and the project file', async () => {
    const bib = '@article{a,\n  doi = {10.1000/182},\n  url = "http://a.org/b"\n}\n';
    const project = 'bibliography: [works.bib]\nactors: [../outside.yaml]\n';
    const { service } = await workspaceOf(`//- sicetnon.yaml\n${project}//- works.bib\n${bib}`);
    assert.deepEqual(tell(bib, linksOfData('works.bib', bib, service.world())), [
      ['10.1000/182', 'https://doi.org/10.1000/182'],
      ['http://a.org/b', 'http://a.org/b'],
    ]);
    assert.deepEqual(tell(project, linksOfData('sicetnon.yaml', project, service.world())), [
      ['works.bib', 'works.bib'],
    ]);
  });
  it('lead somewhere though half a character stands in them', async () => {
    const text = 'doi:10.1000/a\ud83d here.\n';
    const { request } = await askAt(`‸${text}`);
    assert.deepEqual(tell(text, linksOfDocument(request.view, request)), [
      ['doi:10.1000/a\ud83d', 'https://doi.org/10.1000/a%EF%BF%BD'],
    ]);
  });
  it('lead nowhere else', async () => {
    const text =
      '---\nbibliography: [/etc/passwd, "../../x.bib"]\n---\n\n[x](command:a) file:///etc javascript:a 110.1000/a.\n';
    const { request } = await askAt(`‸${text}`);
    assert.deepEqual(linksOfDocument(request.view, request), []);
  });
});

describe('Symbols of the workspace', () => {
  it('are claims, actors, works and documents by any of their words', async () => {
    const { service } = await workspaceOf(
      '//- sicetnon.yaml\nbibliography: works.bib\nactors: actors.yaml\n//- works.bib\n@book{ash50, author = {Ash, Mary}, title = {The Fairs of the North}, date = {1950}}\n//- actors.yaml\nguild: {name: Guild of Weavers, aliases: [the looms]}\n//- main.md\n---\ntitle: On Fairs\n---\n\n[The fair was older]{.claim #older} and [so on]{.claim}.\n',
    );
    const names = (query: string) =>
      allAtOnce(workspaceSymbols(query, service.world())).map(({ kind, name }) => `${kind} ${name}`);
    assert.deepEqual(names('fair'), [
      'work ash50 Ash 1950 The Fairs of the North',
      'document On Fairs',
      'claim #older The fair was older',
    ]);
    assert.deepEqual(names('loom'), ['actor Guild of Weavers']);
    assert.deepEqual(names('old fair'), ['claim #older The fair was older']);
    assert.equal(names('').length, 5);
    assert.deepEqual(names('zebra'), []);
  });
});
