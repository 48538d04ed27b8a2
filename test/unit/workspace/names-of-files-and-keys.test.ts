import assert from 'node:assert/strict';
import type { Actor } from '../../../server/src/actors/model.ts';
import { ActorNames } from '../../../server/src/workspace/actor-names.ts';
import { isExtendedBy } from '../../../server/src/workspace/bibliography-scope.ts';
import { isIdentifier } from '../../../server/src/workspace/cross-references.ts';
import { MOST_LOOKED_INTO } from '../../../server/src/workspace/found-bibliographies.ts';
import { Styles } from '../../../server/src/workspace/styles.ts';
import { workspaceOf } from '../../support/check.ts';

describe('a key that is an identifier', () => {
  it('names no entry of a bibliography', () => {
    for (const key of 'doi:10.1000/182 shortdoi:10/abc pmid:123 pmc:12 pmcid:PMC12 PMC:x arxiv:1407.3561 isbn:9780394603988 https:x http://x.y url:x wikidata:Q5 clinicaltrials:NCT1 tag:x raw:y DOI:10.1'.split(
      ' ',
    ))
      assert.ok(isIdentifier(key), key);
    for (const key of 'doi:x shortdoi:1 pmid:x pmcx:1 arxiv1 isbn:x httpx wikidata:5 clinicaltrials:1 tagged xraw:y adoi:10.1'.split(
      ' ',
    ))
      assert.ok(!isIdentifier(key), key);
  });
});

describe('a name after @ in a file of the project’s own', () => {
  const readAs = async (path: string) => {
    const { service } = await workspaceOf(`//- ${path}\nDockers won, as @lenam2011 shows.\n`);
    const { library } = service.world();
    return library.summary(path)!.cited.map((work) => work.in);
  };

  it('may be a contributor’s in a list of changes, and is a key elsewhere', async () => {
    for (const path of [
      'CHANGELOG.md',
      'changelog.md',
      'Change-Log.md',
      'docs/changes.md',
      'NEWS.md',
      'news-2020.md',
      'history.md',
      'release-notes.md',
      'releasenotes.md',
      'contributors.md',
      'AUTHORS.md',
      'README.md',
      'read-me.md',
      '_contributing.md',
    ])
      assert.deepEqual(await readAs(path), ['handle'], path);
    for (const path of ['my-changes.md', 'the-authors.md', 'read.md', 'me.md'])
      assert.deepEqual(await readAs(path), ['bare'], path);
  });
});

describe('the names of actors', () => {
  const named = (id: string): { actor: Actor } => ({
    actor: {
      id: { text: id, range: { from: 0, to: 0 } },
      name: { text: id, range: { from: 0, to: 0 } },
      aliases: [],
    } as unknown as Actor,
  });

  it('are told in the order of the registers', () => {
    const names = new ActorNames();
    names.update(['weaver', 'adler', 'meyer'].map(named));
    assert.deepEqual(names.inOrder(['adler', 'meyer', 'weaver']), ['weaver', 'adler', 'meyer']);
    names.update(['meyer', 'weaver', 'adler'].map(named));
    assert.deepEqual(names.inOrder(['adler', 'meyer', 'weaver']), ['meyer', 'weaver', 'adler']);
  });

  it('change where a name does, and their order where it does', () => {
    const names = new ActorNames();
    assert.deepEqual(names.update(['weaver', 'adler'].map(named)).areOthers, true);
    assert.deepEqual(names.update(['weaver', 'adler'].map(named)), {
      areOthers: false,
      areRearranged: false,
    });
    assert.deepEqual(names.update(['adler', 'weaver'].map(named)), { areOthers: false, areRearranged: true });
  });
});

describe('what Quarto’s extensions say', () => {
  it('counts for documents beside their folder and below', () => {
    assert.ok(isExtendedBy('a.qmd', '_extensions/ada/_extension.yml'));
    assert.ok(isExtendedBy('book/a.qmd', 'book/_extensions/ada/_extension.yml'));
    assert.ok(isExtendedBy('book/part/a.qmd', 'book/_extensions/ada/_extension.yml'));
    assert.ok(!isExtendedBy('a.qmd', 'book/_extensions/ada/_extension.yml'));
    assert.ok(!isExtendedBy('books/a.qmd', 'book/_extensions/ada/_extension.yml'));
    assert.ok(!isExtendedBy('book/a.qmd', 'book/_extension.yml'));
  });
});

describe('a style that several places may have', () => {
  it('is that of the first that is read; nothing is said before all are looked at', () => {
    const styles = new Styles();
    assert.equal(styles.stateFor('notes/a.md'), null);
    styles.setName('notes/a.md', 'x.csl');
    assert.deepEqual(styles.takeUnread(), ['notes/x.csl', 'x.csl']);
    assert.equal(styles.stateFor('notes/a.md'), null);
    styles.setState('notes/x.csl', { status: 'missing' });
    assert.equal(styles.stateFor('notes/a.md'), null);
    styles.setState('x.csl', { status: 'read', problem: null });
    assert.deepEqual(styles.stateFor('notes/a.md'), { status: 'read', problem: null });
    styles.setState('x.csl', { status: 'missing' });
    assert.deepEqual(styles.stateFor('notes/a.md'), { status: 'missing' });
  });
});

describe('of many files beside a text that may be its bibliography', () => {
  it('so many are looked into, those first whose names sound like it, then in the order of their names', async () => {
    const item = (key: string): string => `[{"id": "${key}", "type": "book", "title": "T"}]`;
    const number = (i: number): string => String(i).padStart(2, '0');
    const files = Array.from(
      { length: MOST_LOOKED_INTO + 1 },
      (_, i) => `//- n${number(i)}.json\n${item(`k${number(i)}`)}\n`,
    );
    // In no order, as a disk may list them.
    const mixed = [...files.filter((_, i) => i % 2 === 1), ...files.filter((_, i) => i % 2 === 0)];
    const { service } = await workspaceOf(
      `${mixed.join('')}//- works.json\n${item('told')}\n//- a.md\n[@k00]\n`,
    );
    const { library } = service.world();
    const has = (key: string): boolean => library.entries('a.md', key).length > 0;
    assert.ok(has('told') && has('k00') && has(`k${number(MOST_LOOKED_INTO - 2)}`));
    assert.ok(!has(`k${number(MOST_LOOKED_INTO - 1)}`) && !has(`k${number(MOST_LOOKED_INTO)}`));
  });
});

describe('citations that a list does not have', () => {
  const list =
    '\n\nReferences\n\nWeaver A (2003) Looms. Leiden: Burrow, 3–40.\n\nTanner D (1988) Hides. Leiden: Burrow.\n';
  const summaryOf = async (text: string) => {
    const { service } = await workspaceOf(`//- a.md\n${text}`);
    const { library } = service.world();
    return library.summary('a.md')!;
  };
  const dangling = (text: string) => summaryOf(`${text}${list}`);

  it('are told where the list explains most, or has what comes near; else the text does not cite so', async () => {
    const most = 'So (Weaver, 2003), so (Tanner, 1988), so (Weaver, 2003: 4), so (Hosier, 2001).';
    assert.equal((await dangling(most)).danglingCitations.length, 1);
    assert.equal((await dangling('So (Weaver, 2003), so (Hosier, 2001).')).danglingCitations.length, 0);
    assert.equal((await dangling('So (Weavor, 2003).')).danglingCitations.length, 1);
    assert.equal((await dangling('So (Hosier, 2001).')).danglingCitations.length, 0);
  });

  it('are counted by what can be said of their pages', async () => {
    const { listedCitations } = await dangling(
      'So (Weaver, 2003: 5), so (Weaver, 2003), so (Weaver, 2003: 99), so (Tanner, 1988: 7).',
    );
    assert.deepEqual(listedCitations, { found: 4, possible: 1, impossible: 1, unchecked: 1, unsure: 0 });
    assert.equal((await summaryOf('So (Weaver, 2003).\n')).listedCitations, null);
  });
});
