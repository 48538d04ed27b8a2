import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';
import { read } from './reading.ts';

/** The numbers of the notes that are called, in the order of the list. */
function called(text: string): string {
  const { noteDefinitions } = read(text);
  return noteDefinitions
    .filter(({ markers }) => markers.length > 0)
    .map(({ label, bodyRange }) => `${label} ${text.slice(bodyRange.from, bodyRange.to).split(' ')[0]}`)
    .join(', ');
}

describe('found: pages as conversion of PDF leaves them', () => {
  it('have notes of the foot before the text that calls them', () => {
    const text = `A book.

\fGuilds sold wool.3 And they slept.4

1 See the rolls of the town.
2 So they said in it.
3 See the ledgers there.
4 So they said again.

Guilds wove cloth.1 And they dyed it.2

\fThe end of it.
`;
    assert.equal(called(text), '1 See, 2 So, 3 See, 4 So');
    assert.deepEqual(read(text).misorderedMarkers, []);
  });

  it('have one note each, counted anew', () => {
    const page = (i: number) =>
      `Guilds of the ${i}th street wove cloth (1). They dyed it there.

(1) See roll ${i} of the town.
`;
    const text = ['A book.\n', ...[1, 2, 3, 4, 5, 6].map(page)].join('\f');
    assert.equal(called(text), Array.from({ length: 6 }, () => '1 See').join(', '));
  });

  it('have numbers in brackets that were misread, and no blank line before the next page', () => {
    const text = `Of guilds.
Guilds wove!53). They dyed it!54). They sold it!55).
(53) See the rolls of the town.
(54) So they said in it.
(55) See the ledgers there.
\fGuilds slept!56). In 1864(57) they woke.
(56) So they said again.
(57) See the boats.
\fAnd they rowed!58). They drank(59). They sang!6O). They danced!61).
(58) See the oars.
(59) See the cups.
(6O) See the songs.
(61) See the shoes.
`;
    assert.equal(called(text), '53 See, 54 So, 55 See, 56 So, 57 See, 58 See, 59 See, 60 See, 61 See');
  });

  it('have the number of their first note below the others', () => {
    const text = `Guilds wove cloth.1 And they dyed it.2 And sold.3

Meyer saw the rolls of the town in that year.
2 So they said in it.
3 See the ledgers there.
1

\fThey slept there.4 And they woke.5

Adler saw the quays in that year.
5 So they said of it.
4

\fThe end of it.
`;
    assert.equal(called(text), '1 Meyer, 2 So, 3 See, 4 Adler, 5 So');
  });

  it('have the numbers of their first notes below the others, also where those are alone above their words', () => {
    const text = `A book.

\fGuilds wove cloth.1 And they dyed it.2 And sold.3 They slept.4 They woke.5 They sang.6

L. Meyer, Rolls of the Town (Bremen, 1989), p. 4.
A. Weber, Quays (Bremen, 1990), p. 9.
3
C. Adler, Ledgers of the Guilds (Bremen, 1991), p. 12.
1
2

\fThey slept there.

4

L. Meyer, Rolls of the Town (Bremen, 1989), p. 40.
This view is at odds with what the same book says of the guilds in its second part, which is
on the cranes.
6
C. Adler, Ledgers of the Guilds (Bremen, 1991), p. 13.
5

\fThe end of it.
`;
    assert.equal(called(text), '1 L., 2 A., 3 C., 4 L., 5 This, 6 C.');
  });

  it('have numbers on lines of their own, each above its note, though several works end with a full stop in one', () => {
    const text = `A book.

\fGuilds wove cloth.1 And they dyed it.2 And sold.3

1

See L. Meyer, Rolls of the Town (Bremen, 1989).
2
See A. Weber, Quays (Bremen, 1990), of which much has been said by those who weighed the wool there.
C. Adler, Ledgers (Bremen, 1991), has more on this.
Dyer, Felt (Leiden, 1992).
3
See L. Meyer, Cranes (Bremen, 1993).

\fThe end of it.
`;
    assert.equal(called(text), '1 See, 2 See, 3 See');
    const { noteDefinitions } = read(text);
    const [, second, third] = noteDefinitions.map(({ bodyRange }) =>
      text.slice(bodyRange.from, bodyRange.to).trimEnd(),
    );
    assert.match(second!, /\(Leiden, 1992\)\.$/);
    assert.match(third!, /^See L\. Meyer, Cranes/);
  });

  it('have the number of the page below, which is that of one of its notes', () => {
    const page = (first: number, number: number) =>
      `Guilds wove cloth.${first} And they dyed it.${first + 1}

${first}

See the rolls of the town, part ${first}.
${first + 1}
So they said in it.

${number}

`;
    const text = ['A book.\n', page(1, 1), page(3, 2), page(5, 5)].join('\f');
    assert.equal(called(text), '1 See, 2 So, 3 See, 4 So, 5 See, 6 So');
    assert.ok(read(text).noteDefinitions.every(({ range, labelRange }) => range.from === labelRange.from));
  });

  it('have notes at the top of a foot that nothing calls, before one that is called', () => {
    const text = `A book.

\fGuilds wove cloth.1 And they dyed it.2 And sold,† and slept.‡ And they sang.5 They drank.6

1

See the rolls of the town.
2
So they said in it.

They woke. And they rowed.

3

See the ledgers there.
4
So they said again.
5
See the boats.
6
See the oars.

\fThe end of it.
`;
    assert.deepEqual(
      read(text).noteDefinitions.map(({ label }) => label),
      ['1', '2', '3', '4', '5', '6'],
    );
  });

  it('have a stack of numbers whose gaps tell which notes have one line', () => {
    const text = `A book.

\fGuilds wove cloth.1 And they dyed it.2 And sold.3

1
2

3

See the rolls of the town, part 2.
See the second report, which says of the town that the hall was pulled down. The
Hall was never built again, and nobody asked for it in all these years of need.
See the third report.

\fThe end of it.
`;
    assert.equal(called(text), '1 See, 2 See, 3 See');
    const { noteDefinitions } = read(text);
    assert.match(
      text.slice(noteDefinitions[1]!.bodyRange.from, noteDefinitions[1]!.bodyRange.to),
      /of need\.$/,
    );
  });

  it('have notes whose calls are lost, before, between and behind those that are called', () => {
    const pages = Array.from({ length: 12 }, (_, page) => {
      const [one, two] = [2 * page + 1, 2 * page + 2];
      const call = page % 2 === 0 ? String(one) : '';
      return `The weavers met in the hall.${call} They had no rule for it.\n\n${one} See the rolls, chapter ${one + 300}.\n${two} See the ledgers, chapter ${two + 300}.\n\n`;
    });
    const { noteDefinitions } = read(`A history of the hall.\n\n${pages.join('\f')}`);
    assert.deepEqual(
      noteDefinitions.map(({ label }) => Number(label)),
      Array.from({ length: 24 }, (_, i) => i + 1),
    );
  });

  it('have numbers that count something between the calls of two notes', () => {
    const text = `Guilds wove.1 In 2 halls they had 2 looms, p. 2 of the roll says, on 2 May it was.3 They dyed.4 They sold.5 They slept.6

Notes

1. See the rolls.
2. So they said.
3. And they.
4. See the ledgers.
5. So they said again.
6. And they again.
`;
    assert.equal(called(text), '1 See, 3 And, 4 See, 5 So, 6 And');
  });

  it('may have lost the note that ibid. goes back to', () => {
    const text = `Guilds wove.<sup>1</sup> And dyed.<sup>2</sup> And sold.<sup>4</sup>

Notes

1. Lena Meyer, *Dockers*, Hamburg, 2009, p. 4.
2. Carl Adler, *Owners*, Bremen, 2014, p. 8; Anna Weber, *Cranes*, Bremen, 2015, p. 9.
4. Ibid., p. 9.
`;
    assert.deepEqual(
      read(text).shortTitles.map(({ status, inDoubt }) => [status, inDoubt]),
      [['unresolved', true]],
    );
  });
});

describe('found: what is no fault of the text', () => {
  it('a body cited by the letters of its name', async () => {
    await check(`So they say (HGA 2003, 4; Weber 2005), and others (Adler 2006).

Literatur

Adler, Carl 2006: Die Ufer. Bremen: Verlag.
Hafengewerbeamt 2003: Bericht über Kräne. Bremen: Verlag.
Weber, Anna 2005: Die Häfen. Bremen: Verlag.
`);
  });

  it('the writer’s own data with place and year', async () => {
    await check(`So it is (WEBER, 2005). Fonte: Dados da pesquisa (Xanxerópolis, 2022).

Referências

WEBER, Anna. Os portos. São Paulo: Editora, 2005.
`);
  });

  it('short forms behind words of a quotation, or for what a note cites in its own way', async () => {
    await check(`It was.<sup>1</sup> It is.<sup>2</sup> And so.<sup>3</sup> At last.<sup>4</sup>

Notes

1. On the quays one should read what Lena Meyer has said of the cranes and those who ran them, « Les quais », Revue du port, 1989, p. 4.
2. Lena Meyer, « I am not at home on the quay. Anyway, I am here every day », ibid.
3. Anna Weber, « Lettres du port. I », Œuvres, op. cit., p. 5.
4. Voir mon article cité à la note 1 : « Les quais ».
`);
  });

  it('digits at words out of order, which may be other numbers', async () => {
    await check(`Guilds wove.1 They dyed.2 In the hall.4 They sold.3 They slept.5 They woke.6 They sang.7

Notes

1. See the rolls.
2. So they said.
3. And they.
4. See the ledgers.
5. So they said again.
6. And they again.
7. And so on.
`);
  });

  it('ibid. behind a work with its translation, or behind words that were not made out', async () => {
    await check(`It was.<sup>1</sup> It is.<sup>2</sup> And so.<sup>3</sup>

Notes

1. Weavers and Others, para. 25. Ibid.
2. Lena Meyer, *Häfen*, Bremen 1989, p. 4; (trad. it. di Carlo Nero, *Porti*, Bologna 1999, p. 5).
3. Ibid., p. 9.
`);
  });

  it('a first print that tells works of one year apart', async () => {
    await check(`So it is (WEBER, 2011 [1979]; NERO, 2010).

Referências

NERO, Carlo. As docas. São Paulo: Editora, 2010.
WEBER, Anna. Os portos do sul [1979]. São Paulo: Editora, 2011.
WEBER, Anna. As velas do norte [1954]. São Paulo: Editora, 2011.
`);
  });

  it('call many notes of their feet by digits at words, though half of them are called in ways that are not made out', () => {
    // Of six notes on two pages three are called at a word.
    const pages = Array.from({ length: 16 }, (_, page) => {
      const [one, two, three] = [3 * page + 1, 3 * page + 2, 3 * page + 3];
      return `The weavers met in the hall.${one} They had no rule for it, ${three} and nobody\nasked them to write one down.${page % 2 ? two : ''}\n\n${[one, two, three].map((note) => `${note} See the rolls of the town, chapter ${note + 100}.\n`).join('')}\n`;
    });
    const { markers, noteDefinitions } = read(`A history of the hall.\n\n${pages.join('\f')}`);
    assert.ok(noteDefinitions.length > 45);
    assert.equal(markers.filter(({ definition }) => definition !== null).length, 32);
  });
});
