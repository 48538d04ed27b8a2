import assert from 'node:assert/strict';
import { offeredAt, type Offered } from '../../support/features.ts';

const BIB = `//- works.bib
@book{ash1950, author = {Ash, Mary and Birch, Tom}, title = {The Fairs of the North}, date = {1950}}
@article{cole2001, author = {Cole, Una}, title = {Tolls and Bridges}, date = {2001}}
`;
const PROJECT = `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
sources: {texts/ash.txt: ash1950}
properties:
  members: {type: quantity, unit: person}
  trusted: {type: boolean}
  standing: {type: choice, of: [free, bound]}
places: {Ghent: Flanders}
//- actors.yaml
guild:
  name: Guild of the Weavers
  aliases: [the Weavers, Wevers]
  kind: guild
town:
  name: Town Council
${BIB}//- texts/ash.txt
[The fair was older than the town]{.claim #older}.
//- other.md
[Nobody paid the toll]{.claim #toll}.
//- main.md
`;

async function offered(text: string): Promise<Offered> {
  const found = await offeredAt(PROJECT + text);
  assert.ok(found, 'nothing is offered');
  return found;
}

async function nothing(text: string): Promise<void> {
  const found = await offeredAt(PROJECT + text);
  assert.deepEqual(found?.labels ?? [], []);
}

describe('Completion of citekeys', () => {
  it('by the key', async () => {
    const found = await offered('As [@as‸] says.\n');
    assert.deepEqual(found.labels, ['ash1950']);
    assert.equal(found.take('ash1950'), 'As [@ash1950] says.\n');
    assert.equal(found.items[0]!.detail, 'Ash, Birch (1950) The Fairs of the North');
  });
  it('by author, year and words of the title', async () => {
    for (const words of ['@birch', '@1950', '@fairs']) {
      assert.deepEqual((await offered(`As ${words}‸ says.\n`)).labels, ['ash1950'], words);
      assert.deepEqual((await offered(`As [see -${words}‸] says.\n`)).labels, ['ash1950'], words);
    }
  });
  it('of a second work in one bracket', async () => {
    assert.equal((await offered('[@ash1950; @co‸]\n')).take('cole2001'), '[@ash1950; @cole2001]\n');
  });
  it('behind an intent', async () => {
    const found = await offered('[@disagreesWith:co‸]\n');
    assert.equal(found.take('cole2001'), '[@disagreesWith:cole2001]\n');
  });
  it('in braces', async () => {
    assert.equal((await offered('@{co‸}\n')).take('cole2001'), '@{cole2001}\n');
    assert.equal((await offered('@{co‸\n')).take('cole2001'), '@{cole2001}\n');
  });
  it('in nocite', async () => {
    const found = await offered('---\nnocite: "@co‸"\n---\n\nText.\n');
    assert.equal(found.take('cole2001'), '---\nnocite: "@cole2001"\n---\n\nText.\n');
  });
  it('in quotations, claims and notes', async () => {
    assert.equal(
      (await offered('[x]{.quote from="@co‸"}\n')).take('cole2001'),
      '[x]{.quote from="@cole2001"}\n',
    );
    assert.equal(
      (await offered('[x]{.quote from="co‸"}\n')).take('cole2001'),
      '[x]{.quote from="@cole2001"}\n',
    );
    assert.equal(
      (await offered('[x]{.claim evidence="@ash1950, p. 3; @co‸"}\n')).take('cole2001'),
      '[x]{.claim evidence="@ash1950, p. 3; @cole2001"}\n',
    );
    assert.deepEqual((await offered('A[^1].\n\n[^1]: See @co‸\n')).labels, ['cole2001']);
  });
  it('not in addresses, code, comments and the links of a page', async () => {
    await nothing('Write to ann@co‸\n');
    await nothing('`@co‸`\n');
    await nothing('```\n@co‸\n```\n');
    await nothing('~~~\n@co‸\n~~~\n');
    await nothing('<!-- @co‸ -->\n');
    await nothing('[x](http://a.org/@co‸)\n');
  });
});

describe('Completion of locators', () => {
  it('knows the terms', async () => {
    const found = await offered('[@ash1950, pa‸]\n');
    assert.ok(found.labels.includes('para.') && found.labels.includes('p.'), found.labels.join());
    assert.equal(found.take('para.'), '[@ash1950, para. ]\n');
  });
  it('in quotations and evidence too', async () => {
    assert.equal(
      (await offered('[x]{.quote from="@ash1950" at="pa‸"}\n')).take('para.'),
      '[x]{.quote from="@ash1950" at="para. "}\n',
    );
    assert.equal(
      (await offered('[x]{.claim evidence="@ash1950, pa‸"}\n')).take('para.'),
      '[x]{.claim evidence="@ash1950, para. "}\n',
    );
  });
  it('in the language of the document, since Pandoc reads no others there', async () => {
    const { labels } = await offered('---\nlang: de\n---\n\n[@ash1950, ‸]\n');
    assert.ok(labels.includes('S.') && labels.includes('Kap.') && !labels.includes('p.'), labels.join());
    assert.ok(!(await offered('[@ash1950, ‸]\n')).labels.includes('tbl.'));
  });
  it('not in a list of words', () => nothing('Bread, pa‸\n'));
});

describe('Completion of notes', () => {
  it('offers those first that nothing calls, and a new number', async () => {
    const found = await offered('A[^one], b[^‸\n\n[^one]: First.\n\n[^two]: Second words.\n');
    assert.deepEqual(found.labels, ['two', 'one', '1']);
    assert.equal(found.take('two'), 'A[^one], b[^two]\n\n[^one]: First.\n\n[^two]: Second words.\n');
  });
  it('by the words of the note, and leaves a bracket that is there', async () => {
    const found = await offered('A[^second‸].\n\n[^1]: First.\n\n[^2]: Second words.\n');
    assert.deepEqual(found.labels, ['2']);
    assert.equal(found.take('2'), 'A[^2].\n\n[^1]: First.\n\n[^2]: Second words.\n');
  });
});

describe('Completion of claims', () => {
  it('offers those of the same file, of sources by their work, of others by their path', async () => {
    const text = '[A]{.claim #first} and [b]{.claim supports="‸"}.\n';
    const found = await offered(text);
    assert.deepEqual(found.labels.toSorted(), ['#first', 'ash1950#older', 'other.md#toll']);
    assert.equal(
      found.take('ash1950#older'),
      '[A]{.claim #first} and [b]{.claim supports="ash1950#older"}.\n',
    );
  });
  it('offers a claim nothing of itself, but what stands in it and around it', async () => {
    const text = '[A [b]{.claim #inner} c]{.claim #outer supports="‸"} [d]{.claim #beside}.\n';
    const { labels } = await offered(text);
    assert.deepEqual(labels.toSorted(), ['#beside', '#inner', 'ash1950#older', 'other.md#toll']);
    const inner = await offered('[A [b]{.claim #inner contradicts="‸"} c]{.claim #outer}.\n');
    assert.ok(inner.labels.includes('#outer') && !inner.labels.includes('#inner'));
  });
  it('by the words of the claim', async () => {
    assert.deepEqual((await offered('[b]{.claim contradicts="fair‸"}.\n')).labels, ['ash1950#older']);
    assert.deepEqual((await offered('[b]{.claim evidence="nobody‸"}.\n')).labels, ['other.md#toll']);
  });
  it('one behind another', async () => {
    const found = await offered('[b]{.claim resolves="other.md#toll ash‸"}.\n');
    assert.equal(found.take('ash1950#older'), '[b]{.claim resolves="other.md#toll ash1950#older"}.\n');
  });
});

describe('Completion of actors', () => {
  it('by id, name and alias', async () => {
    for (const words of ['gui', 'weavers', 'Wevers']) {
      const found = await offered(`[they]{.actor ref="${words}‸"}\n`);
      assert.deepEqual(found.labels, ['guild'], words);
      assert.equal(found.take('guild'), '[they]{.actor ref="guild"}\n');
    }
  });
  it('keeps the sign in front', async () => {
    assert.equal((await offered('[a]{.claim about="@gu‸"}\n')).take('guild'), '[a]{.claim about="@guild"}\n');
  });
  it('together with works, where either may stand', async () => {
    const found = await offered('[a]{.claim by="‸"}\n');
    for (const label of ['guild', 'town', 'ash1950']) assert.ok(found.labels.includes(label), label);
    assert.equal(found.take('ash1950'), '[a]{.claim by="@ash1950"}\n');
  });
  it('in front of a property', async () => {
    const found = await offered('[a]{.claim says="gui‸"}\n');
    assert.equal(found.take('guild'), '[a]{.claim says="guild."}\n');
  });
});

describe('Completion of attributes', () => {
  it('offers the classes', async () => {
    assert.deepEqual((await offered('[a]{.‸}\n')).labels, ['claim', 'actor', 'quote']);
    assert.deepEqual((await offered('::: {.cl‸}\n')).labels, ['claim']);
  });
  it('offers the names that are not there yet', async () => {
    const { labels } = await offered('[a]{.claim #x about="guild" s‸}\n');
    assert.ok(labels.includes('says') && labels.includes('supports') && labels.includes('status'));
    assert.ok(!labels.includes('about'));
    assert.deepEqual((await offered('[a]{.quote ‸}\n')).labels, ['from', 'at']);
  });
  it('offers values', async () => {
    assert.deepEqual((await offered('[a]{.claim status="‸"}\n')).labels, [
      'open',
      'accepted',
      'rejected',
      'withdrawn',
    ]);
    assert.deepEqual((await offered('[a]{.claim certainty="l‸"}\n')).labels, ['low']);
    assert.deepEqual((await offered('[a]{.claim where="gh‸"}\n')).labels, ['Ghent']);
  });
  it('offers properties, and what they can be', async () => {
    assert.deepEqual((await offered('[a]{.claim says="trus‸"}\n')).labels, ['trusted']);
    assert.deepEqual((await offered('[a]{.claim says="trusted = ‸"}\n')).labels, ['yes', 'no']);
    assert.deepEqual((await offered('[a]{.claim says="members = 3; standing != ‸"}\n')).labels, [
      'free',
      'bound',
    ]);
  });
  it('leaves what stands in front of the word', async () => {
    assert.equal(
      (await offered('[a]{.claim says="standing=f‸"}\n')).take('free'),
      '[a]{.claim says="standing=free"}\n',
    );
    assert.equal(
      (await offered('[a]{.claim says="guild.tru‸"}\n')).take('trusted'),
      '[a]{.claim says="guild.trusted = "}\n',
    );
  });
  it('over the end of a line, but not of a paragraph', async () => {
    assert.deepEqual((await offered('[a]{.claim #x\nstatus="o‸"}\n')).labels, ['open']);
    await nothing('[a]{.claim #x\n\nstatus="o‸"}\n');
  });
  it('not behind the brace, nor in other braces', async () => {
    await nothing('[a]{.claim says="trusted = yes"} and status="o‸"\n');
    await nothing('A set {status="o‸"}\n');
  });
  it('while the block is not closed yet', async () => {
    assert.deepEqual((await offered('[a]{.claim status="o‸\n\nMore [b]{.claim #z}.\n')).labels, ['open']);
  });
});

describe('Completion in front matter', () => {
  it('keys that are not there yet', async () => {
    const found = await offered('---\ntitle: Fairs\nsou‸\n---\n');
    assert.deepEqual(found.labels, ['source']);
    assert.equal(found.take('source'), '---\ntitle: Fairs\nsource: \n---\n');
    assert.ok(!(await offered('---\ntitle: Fairs\n‸\n---\n')).labels.includes('title'));
  });
  it('the work that a file is the text of', async () => {
    assert.equal((await offered('---\nsource: co‸\n---\n')).take('cole2001'), '---\nsource: cole2001\n---\n');
  });
  it('bibliographies and styles', async () => {
    assert.deepEqual((await offered('---\nbibliography: [wor‸]\n---\n')).labels, ['works.bib']);
    assert.ok((await offered('---\ncsl: ap‸\n---\n')).labels.includes('apa'));
  });
  it('what is begun and not closed yet', async () => {
    assert.deepEqual((await offered('---\ntitle: Fairs\nsou‸')).labels, ['source']);
    assert.deepEqual((await offered('---\ntitle: Fairs\nsou‸\n\nThe fair was old.\n')).labels, ['source']);
    assert.equal(
      (await offered('---\nbibliography: wo‸\n# The fair\n')).take('works.bib'),
      '---\nbibliography: works.bib\n# The fair\n',
    );
    await nothing('---\nThe fair was old\nsou‸\n');
    await nothing('---\n\nsou‸\n');
    await nothing('Fairs\n\n---\nsou‸\n');
  });
  it('nothing in the value of a key of somebody else’s', () => nothing('---\noutput: ht‸\n---\n'));
});
