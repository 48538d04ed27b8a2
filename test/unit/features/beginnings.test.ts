import assert from 'node:assert/strict';
import { readProject } from '../../../server/src/workspace/project-file.ts';
import { checkGesture, choicesIn, outcomeOf } from '../../support/check-gesture.ts';

const HALLAM = '@book{hallam1987, author = {Hallam, Ruth}, title = {Bread and Tides}, year = {1987}}\n';

describe('The first actor', () => {
  const gesture = { kind: 'newActor', name: 'Quay Kitchen' } as const;
  const text = 'The ⟦selection|Quay Kitchen⟧ stood on the north quay.\n';
  const plain = 'The Quay Kitchen stood on the north quay.\n';
  const register = { 'actors.yaml': 'quay-kitchen:\n  name: Quay Kitchen\n' };

  it('makes the register and the project file that names it, and marks no name that is registered now', async () => {
    await checkGesture(text, gesture, plain, { ...register, 'sicetnon.yaml': 'actors: [actors.yaml]\n' });
    const outcome = await outcomeOf(text, gesture);
    assert.ok(outcome.status === 'done');
    assert.deepEqual([outcome.creates, outcome.alsoCreates], ['actors.yaml', ['sicetnon.yaml']]);
  });

  for (const [project, after] of [
    ['# actors: [actors.yaml]\n', '# actors: [actors.yaml]\nactors: [actors.yaml]\n'],
    ['bibliography: [a.bib]', 'bibliography: [a.bib]\nactors: [actors.yaml]\n'],
    ['actors:\nrules: {}\n', 'actors: [actors.yaml]\nrules: {}\n'],
    ['actors: []\n', 'actors: [actors.yaml]\n'],
  ] as const)
    it(`is added to a project file that says ${JSON.stringify(project)}`, () =>
      checkGesture(
        `//- sicetnon.yaml\n${project}//- a.md\n${text}`.replace('a.bib]//-', 'a.bib]\n//-'),
        gesture,
        plain,
        {
          ...register,
          'sicetnon.yaml': after.replace(
            'a.bib]\nactors',
            project.endsWith('\n') ? 'a.bib]\nactors' : 'a.bib]\nactors',
          ),
        },
      ));

  it('is marked where the words selected are no name of it', () =>
    checkGesture(
      '⟦selection|The kitchen⟧ stood there.\n',
      gesture,
      '[The kitchen]{.actor ref="quay-kitchen"}‸ stood there.\n',
      {
        ...register,
        'sicetnon.yaml': 'actors: [actors.yaml]\n',
      },
    ));
});

describe('The first property', () => {
  const claim = '[It had 82 members]{.claim #a about="kitchen" says="mem‸bers = 82"}.\n';

  it('is known at the cursor, and declared in a project file that is made', async () => {
    assert.equal((await choicesIn(claim, 'newProperty')).words, 'members');
    await checkGesture(
      claim,
      { kind: 'declareProperty', name: 'members', type: 'quantity', unit: 'person' },
      claim.replace('‸', ''),
      {
        'sicetnon.yaml': 'properties:\n  members: {type: quantity, unit: person}\n',
      },
    );
  });

  for (const [project, after] of [
    [
      'properties:\n  trusted: {type: boolean} # so far\n',
      'properties:\n  trusted: {type: boolean} # so far\n  kind: {type: choice, of: [soup, bread]}\n',
    ],
    [
      'properties:\n    trusted:\n        type: boolean\nrules: {}\n',
      'properties:\n    trusted:\n        type: boolean\n    kind: {type: choice, of: [soup, bread]}\nrules: {}\n',
    ],
    [
      'properties: {trusted: {type: boolean}}\n',
      'properties: {trusted: {type: boolean}, kind: {type: choice, of: [soup, bread]}}\n',
    ],
    ['properties:\n', 'properties:\n  kind: {type: choice, of: [soup, bread]}\n'],
    ['rules: {}\n', 'rules: {}\nproperties:\n  kind: {type: choice, of: [soup, bread]}\n'],
  ] as const)
    it(`is added below what is declared: ${JSON.stringify(project)}`, async () => {
      await checkGesture(
        `//- sicetnon.yaml\n${project}//- a.md\n${claim}`,
        { kind: 'declareProperty', name: 'kind', type: 'choice', of: ['soup', ' bread '] },
        claim.replace('‸', ''),
        { 'sicetnon.yaml': after },
      );
      const read = readProject(after);
      assert.deepEqual(read.properties.get('kind')?.of, ['soup', 'bread']);
      assert.deepEqual(read.problems, []);
    });

  it('is not added to words that stand where the declarations would', async () => {
    const project = 'properties: later # as agreed\n';
    const outcome = await outcomeOf(`//- sicetnon.yaml\n${project}//- a.md\n${claim}`, {
      kind: 'declareProperty',
      name: 'members',
      type: 'text',
    });
    assert.ok(outcome.status === 'refused');
    assert.match(outcome.why, /^“properties” in sicetnon\.yaml cannot be added to as it is written: add/);
  });

  it('is refused in words where it is declared, or is no name', async () => {
    for (const name of ['trusted', '7', 'a b', '']) {
      const outcome = await outcomeOf(`//- sicetnon.yaml\nproperties: {trusted: {type: boolean}}\n//- a.md\n${claim}`, { kind: 'declareProperty', name, type: 'text' }); // prettier-ignore
      assert.equal(outcome.status, 'refused', name);
    }
  });
});

describe('The text of a work', () => {
  it('says so in its front matter', async () => {
    await checkGesture(`//- r.bib\n${HALLAM}//- a.md\nWords‸.\n`, { kind: 'sourceOf', work: 'hallam1987' }, '---\nsource: hallam1987\n---\n\nWords.\n'); // prettier-ignore
    await checkGesture(`//- r.bib\n${HALLAM}//- a.md\n---\ntitle: Bread\n---\n\nWords‸.\n`, { kind: 'sourceOf', work: 'hallam1987' }, '---\ntitle: Bread\nsource: hallam1987\n---\n\nWords.\n'); // prettier-ignore
  });

  it('that is plain is kept as it is, and named in the project file', async () => {
    const files = `//- r.bib\n${HALLAM}//- sicetnon.yaml\nbibliography: [r.bib]\n//- texts/a b.txt\nWords‸.\n`;
    await checkGesture(files, { kind: 'sourceOf', work: 'hallam1987' }, 'Words.\n', {
      'sicetnon.yaml': 'bibliography: [r.bib]\nsources:\n  "texts/a b.txt": hallam1987\n',
    });
    const { items, refusal } = await choicesIn(files, 'textOf');
    assert.deepEqual([items.map(({ value }) => value), refusal], [['hallam1987'], null]);
  });

  it('is said once', async () => {
    const outcome = await outcomeOf(`//- r.bib\n${HALLAM}//- a.md\n---\nsource: hallam1987\n---\n\nWords‸.\n`, { kind: 'sourceOf', work: 'hallam1987' }); // prettier-ignore
    assert.equal(outcome.status, 'refused');
  });
});

describe('The first work', () => {
  const form = { kind: 'newWork', type: 'book', authors: 'Hallam, Ruth; Kwame Osei', title: 'Bread & Tides', year: '1987', container: 'Severn Press' } as const; // prettier-ignore
  const entry = (key: string) =>
    `@book{${key},\n  author = {Hallam, Ruth and Osei, Kwame},\n  title = {Bread \\& Tides},\n  year = {1987},\n  publisher = {Severn Press},\n}\n`;

  it('is described in a bibliography that is made, and cited', () =>
    checkGesture('Bread‸.\n', form, 'Bread [@hallam1987‸].\n', { 'references.bib': entry('hallam1987') }));

  it('is added to the bibliography that is there, under a key that is free', () =>
    checkGesture(`//- r.bib\n${HALLAM}//- a.md\nBread‸.\n`, form, 'Bread [@hallam1987a‸].\n', {
      'r.bib': `${HALLAM}\n${entry('hallam1987a')}`,
    }));

  it('gets the unknown key at the cursor, and the text stays as it is', async () => {
    const text = `//- r.bib\n${HALLAM}//- a.md\nBread [@hallam1987; @no‸body].\n`;
    assert.equal((await choicesIn(text, 'newWork')).words, 'nobody');
    await checkGesture(text, form, 'Bread [@hallam1987; @nobody].\n', {
      'r.bib': `${HALLAM}\n${entry('nobody')}`,
    });
  });

  it('needs a name or a title', async () => {
    const outcome = await outcomeOf('Bread‸.\n', { ...form, authors: ' ', title: '' });
    assert.equal(outcome.status, 'refused');
  });
});
