import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';

const KILNER = `The lamp room stood beside the shaft, and every man who went down took his lamp from it and gave a brass token in return. If a token hung on the board at night, the overman knew that somebody was still below, and he knew who it was. The manager was not opposed to the union, except when it asked for the keys of the lamp room. In the winter of 1911 the ledger was burnt, by whom was never established. He was the son of a miner from the next valley, and he was liked.`;

function project({
  entry = '',
  source = KILNER,
  sources = '{kilner.md: kilner2001, osei.md: osei2003}',
} = {}): string {
  return `//- sicetnon.yaml
bibliography: [refs.bib]
sources: ${sources}
rules: {quote-unlocated: off, entry-uncited: off}
//- refs.bib
@article{kilner2001, author = {Kilner, Ada}, title = {Who keeps the count below}, date = {2001}${entry}}
@article{osei2003, author = {Osei, Kwame}, title = {Coats}, date = {2003}}
@article{roth2007, author = {Roth, Ute}, title = {Hooks}, date = {2007}}
//- kilner.md
${source}
//- osei.md
[p. 11] The coats were counted on the hooks by the man at the gate.

[p. 12] He had the list in his head, and nobody could burn it there.

[p. 13] So the hooks were kept.
//- notes.md
`;
}

const INVENTED = 'the women of the quarter brought bread to the strikers each night';

describe('a quotation that its source does not have', () => {
  const told: readonly [title: string, before: string, words: string, behind: string][] = [
    ['of many words', 'It is said that “', INVENTED, '” [@kilner2001].'],
    ['of four words', 'So “', 'the clerk was hated', '” [@kilner2001].'],
    ['of long words alone', 'It was not so, but they have it that “', 'Consultants reorganised ventilation throughout neighbouring collieries', '” [@kilner2001].'],
    ['as a block', '> ', 'The women of the quarter brought bread to the strikers each night.', ' [@kilner2001]'],
    ['with a note', '“', INVENTED, '”.[^1]\n\n[^1]: [@kilner2001, p. 3].'],
    ['behind the name of who writes', '@kilner2001 writes that “', INVENTED, '”.'],
  ]; // prettier-ignore
  for (const [title, before, words, behind] of told)
    it(`is told: ${title}`, async () => {
      const [finding] = await check(`${project()}${before}⟦quote-absent|${words}⟧${behind}\n`);
      assert.equal(finding!.severity, 'warning');
      assert.equal(
        finding!.message,
        'The text of Kilner (2001) has neither these words nor anything like them. Look where they are from, or quote what it says.',
      );
    });

  it('is information where it is three words, and an error where it is marked', async () => {
    const found = await check(
      `${project()}Their “⟦quote-absent|networks of comradeship⟧” [@kilner2001].\n\n[“⟦quote-absent|All the men loved their masters⟧”]{.quote from="@kilner2001"}\n\n[“⟦quote-absent|gate money⟧”]{.quote from="@kilner2001"}\n`,
    );
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['information', 'error', 'error'],
    );
  });

  it('is told of a source of sixty words', () =>
    check(
      `${project({ source: 'To the manager. Sir, I am told that the ledger of the lamp room has been burnt and that I am thought to have done it. I have not. On the night in question I was at my sister’s, who will say so before anybody. I ask to be given my lamp again, for I have four to feed.' })}He wrote: “⟦quote-absent|I burnt the ledger because the overman would not give me my lamp⟧” [@kilner2001].\n`,
    ).then(() => undefined));

  const swapped: readonly [title: string, words: string, source: string][] = [
    ['two neighbours', 'a token brass in return', 'a brass token in return'],
    ['first and last', 'the night at board', 'board at the night'],
    ['over a comma', 'gave a brass token and took his lamp', 'took his lamp, and gave a brass token'],
    ['all of five', 'somebody below still was yet', 'yet somebody was still below'],
  ]; // prettier-ignore
  for (const [title, words, source] of swapped)
    it(`is a change where it has its words in another order: ${title}`, async () => {
      const text = `[p. 7] ${KILNER}\n\n[p. 8] There stood ${source}, it is said.\n\n[p. 9] That was all.`;
      const [finding] = await check(
        `${project({ source: text })}She writes of “⟦quote-mismatch|${words}⟧” [@kilner2001].\n`,
        { only: ['quote-absent', 'quote-mismatch'] },
      );
      assert.ok(finding!.message.startsWith(`“${words}” is not word for word in Kilner (2001), p. `));
      assert.ok(finding!.message.includes('in another order'));
    });

  const changed: readonly [title: string, words: string][] = [
    ['words of one’s own in parentheses, and another end', 'every man who went down (for they were men, by all accounts, and of the next valley) took his lamp from it and gave a brass token, as they were told to by the masters of the town'],
    ['a sentence silently left out, and an end made up', 'The lamp room, where every man who went down took his lamp from it and gave a brass token, was the harbour’s and the masters’ own, and no union ever had a word to say in it'],
  ]; // prettier-ignore
  for (const [title, words] of changed)
    it(`is a change where it has many words in a row from there: ${title}`, () =>
      check(`${project()}She has it that “⟦quote-mismatch|${words}⟧” [@kilner2001].\n`, {
        only: ['quote-absent', 'quote-mismatch'],
      }).then(() => undefined));

  it('is a change where it leaves out a few words of a short list', () =>
    check(
      `${project({ source: `${KILNER} There are three of them: Resemblance, Contiguity in time or place, and Cause and Effect.` })}So “⟦quote-mismatch|resemblance, contiguity, and cause and effect⟧” [@kilner2001].\n`,
      { only: ['quote-absent', 'quote-mismatch'] },
    ).then(() => undefined));

  it('is a change where it spells out what verse leaves out', () =>
    check(
      `${project({ source: `${KILNER} With his brandish'd steel, which smok'd with bloody execution.` })}So “⟦quote-mismatch|brandished steel smoked with bloody execution⟧” [@kilner2001].\n`,
      { only: ['quote-absent', 'quote-mismatch'] },
    ).then(() => undefined));

  it('is told with what comes nearest', () =>
    check(
      `${project()}So “⟦quote-absent|the key of the lamp hook was a token⟧” [@kilner2001]. So “⟦quote-absent|opposed to his union and the ledger⟧” [@kilner2001].\n`,
      {
        only: ['quote-absent', 'quote-mismatch'],
        messages: [
          'The text of Kilner (2001) does not have these words; what comes nearest is “the keys of the lamp room. In the”. Look where they are from, or quote what it says.',
          'The text of Kilner (2001) has neither these words nor anything like them. Look where they are from, or quote what it says.',
        ],
      },
    ).then(() => undefined));

  it('is told with the work that has it', () =>
    check(
      `${project()}“⟦quote-elsewhere|He had the list in his head, and nobody could burn it there⟧” [@kilner2001].\n`,
      {
        messages: [
          'These words are not in the text of Kilner (2001) that is here; Osei (2003), p. 12, has them word for word.',
        ],
      },
    ).then(() => undefined));

  it('is told of a work once, though its note cites two places of it', () =>
    check(
      `${project()}“⟦quote-absent|${INVENTED}⟧”.[^1]\n\n[^1]: [@kilner2001, p. 3; @kilner2001, p. 5].\n`,
      {
        messages: [
          'The text of Kilner (2001) has neither these words nor anything like them. Look where they are from, or quote what it says.',
        ],
      },
    ).then(() => undefined));

  it('is told of the work behind it, whatever is cited within it', () =>
    check(
      `${project()}“⟦quote-absent|the women of the quarter brought bread [@roth2007] to the strikers each night⟧” [@kilner2001].\n`,
      { only: ['quote-absent'] },
    ).then(() => undefined));

  it('has no place where only a sign follows its key', () =>
    check(
      `${project().replace('quote-unlocated: off, ', '')}“He had the list in his head” [@⟦quote-unlocated|osei2003⟧, …]. “He had the list in his head” [@osei2003, passim].\n`,
      { only: ['quote-unlocated'] },
    ).then(() => undefined));

  const silent: readonly [title: string, fixture: string][] = [
    ['a work whose text is not here', `${project()}“${INVENTED}” [@roth2007].`],
    ['several works of which one is not here', `${project()}“${INVENTED}” [@kilner2001; @roth2007].`],
    ['an excerpt, by the project file', `${project({ sources: '{kilner.md: {work: kilner2001, excerpt: true}, osei.md: osei2003}' })}“${INVENTED}” [@kilner2001].`],
    ['an excerpt, by its front matter', `${project({ sources: '{osei.md: osei2003}', source: `---\nsource: kilner2001\nexcerpt: true\n---\n\n${KILNER}` })}“${INVENTED}” [@kilner2001].`],
    ['a text far shorter than its pages', `${project({ entry: ', pages = {10--44}' })}“${INVENTED}” [@kilner2001].`],
    ['a text whose page marks leave gaps', `${project({ source: `[p. 3] ${KILNER}\n\n[p. 7] And then.\n\n[p. 8] So it ended.` })}“${INVENTED}” [@kilner2001].`],
    ['what another sentence cites', `${project()}They say that “${INVENTED}”. The ledger was burnt [@kilner2001].`],
    ['words of the abstract in the front matter', `${project({ source: `---\ntitle: Lamps\nabstract: The tokens told the owners how long the boys were kept below, and nobody asked.\n---\n\n${KILNER}` })}“The tokens told the owners how long the boys were kept below” [@kilner2001].`],
    ['a translation that says so', `${project()}“${INVENTED}” [@kilner2001, my translation].`],
    ['a translation that says so in German', `${project()}„Die Frauen des Viertels brachten den Streikenden jede Nacht Brot“ [@kilner2001, Übers. d. Verf.].`],
    ['another language', `${project()}“Les femmes du quartier apportaient du pain aux grévistes chaque nuit” [@kilner2001].`],
    ['a title in capitals', `${project()}“The Women of the Quarter Brought Bread” [@kilner2001].`],
    ['the title of the work', `${project()}In “who keeps the count below” [@kilner2001] she asks.`],
    ['a so-called name', `${project()}The so-called “kings of the night gate” [@kilner2001] were feared.`],
    ['two words', `${project()}The “night gate” [@kilner2001].`],
    ['a short text in another language around it', `${project()}Die Männer sprachen von „der Nacht der langen Lampen“, und sie hatten nicht Unrecht, denn es war eine lange Nacht für sie alle [@kilner2001].`],
  ]; // prettier-ignore
  for (const [title, fixture] of silent)
    it(`is not told of ${title}`, () =>
      check(`${fixture}\n`, { only: ['quote-absent', 'quote-mismatch'] }).then(() => undefined));
});

describe('a Chinese quotation', () => {
  const text = (words: string): string => `//- sicetnon.yaml
bibliography: [refs.bib]
sources: {kilner.md: kilner2001}
rules: {quote-unlocated: off, entry-uncited: off}
//- refs.bib
@book{kilner2001, author = {{齐某}}, title = {灯房}, date = {2001}}
//- kilner.md
${'下井的人每天早上从灯房领灯，把铜牌交给管灯的人。晚上灯若没有还回来，班长就知道谁还在井下。'.repeat(3)}雨停以后众人挑着空篮沿河走回村里，谁也没有说话。矿有灯则人安，矿无灯则人散。
//- notes.md
${words}
`;

  it('that shares a run of characters with its source is altered', () =>
    check(text('书中说：“⟦quote-mismatch|众人挑着空篮沿河走回村里，一路唱到天明⟧” [@kilner2001]。')).then(
      () => undefined,
    ));
  it('of which a few characters differ is altered', () =>
    check(text('书中说：“⟦quote-mismatch|井有灯则人安；井无灯则人散⟧” [@kilner2001]。')).then(
      () => undefined,
    ));
  it('of other words is like nothing there', async () => {
    const [told] = await check(
      text('书中说：“⟦quote-absent|春风又绿江南岸，明月何时照我还家⟧” [@kilner2001]。'),
    );
    assert.doesNotMatch(told!.message, /nearest/);
  });
});
