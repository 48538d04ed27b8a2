import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';

describe('the evidence of a register', () => {
  it('names works that a bibliography has; that all are to be printed is no work', () =>
    check(
      `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
//- works.bib
@book{meyer2011, title = {Dockers}}
//- actors.yaml
guild: {name: Guild, cite: "@meyer2011, p. 3; @*; @⟦register-invalid|novak⟧"}
`,
      { only: ['register-invalid'] },
    ));
});

describe('names of registers that are taken', () => {
  const only = { only: ['actor-duplicate-alias'] };
  const told = async (fixture: string): Promise<string[]> =>
    (await check(fixture, only)).map(({ message }) => message);

  it('an id by an entry of another', async () => {
    const there = await told(`//- sicetnon.yaml
actors: [a.yaml, b.yaml]
//- a.yaml
⟦actor-duplicate-alias|guild⟧: {name: Guild of Weavers}
//- b.yaml
⟦actor-duplicate-alias|guild⟧: {name: Guild of Dyers}
`);
    assert.match(there[0]!, /Guild of Dyers in b\.yaml has it too/);
    assert.match(there[1]!, /Guild of Weavers in a\.yaml has it too/);
  });

  it('an alias by its own entry, which needs it once', async () => {
    const [message, ...others] = await told(`//- sicetnon.yaml
actors: [a.yaml]
//- a.yaml
guild: {name: Guild of Weavers, aliases: [Weavers’ Guild, ⟦actor-duplicate-alias|Weavers' Guild⟧]}
`);
    assert.deepEqual(others, []);
    assert.match(message!, /twice|once more|already/);
  });
});

describe('an actor that nobody registered', () => {
  const claim = '[It won]{.claim #won about="⟦actor-undefined|guild⟧"} [@meyer2011].\n';
  const works = '//- works.bib\n@book{meyer2011, title = {Dockers}}\n';
  const only = { only: ['actor-undefined'] };

  it('is told in a project, though it has no register', () =>
    check(`//- sicetnon.yaml\nbibliography: [works.bib]\n${works}//- notes.md\n${claim}`, only));

  it('is not told where there is neither project nor register', () =>
    check(`${works}//- notes.md\n${claim.replace(/⟦.*?\||⟧/g, '')}`, only));
});

describe('a place that is nearly one of the project’s', () => {
  const at = (place: string, actors = '') => `//- sicetnon.yaml
bibliography: [works.bib]
places: {Deptford: London, London: England, North Warwickshire: England, Kiel: Germany}
${actors && 'actors: [actors.yaml]\n'}//- works.bib
@book{meyer2011, title = {Dockers}}
${actors && `//- actors.yaml\n${actors}\n`}//- notes.md
[It was trusted]{.claim #a where="${place}"} [@meyer2011].
`;
  const only = { only: ['place-misspelt'] };

  it('is told, but not where the register knows it: as an actor, an alias, or the place of one', async () => {
    await check(at('⟦place-misspelt|Deptfort⟧'), only);
    await check(at('⟦place-misspelt|Deptfort⟧', 'guild: {name: Guild, place: Ghent}'), only);
    await check(at('Deptfort', 'deptfort: {name: Deptfort}'), only);
    await check(at('Deptfort', 'guild: {name: Guild, aliases: [Deptfort]}'), only);
    await check(at('Deptfort', 'guild: {name: Guild, place: Deptfort}'), only);
  });

  it('has five letters, and from twelve on two of them may be wrong', async () => {
    await check(at('Kiol'), only);
    await check(at('⟦place-misspelt|Kielo⟧'), only);
    await check(at('Leptford'), only);
    await check(at('Deptfart'), only);
    await check(at('Daptfard'), only);
    await check(at('⟦place-misspelt|North Warwuckshure⟧'), only);
  });
});
