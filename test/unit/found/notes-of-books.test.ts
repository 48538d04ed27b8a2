import assert from 'node:assert/strict';
import { checkNotes as check } from './drawn-notes.ts';
import { read } from './reading.ts';

describe('found: notes of older books', () => {
  it('at the end, though some of many notes have several paragraphs', () => {
    const numbers = Array.from({ length: 20 }, (_, i) => i + 1);
    const text = numbers.map((n) => `Guilds wove.[${n}]`).join(' ');
    const long = '\n\nAnd on.\n\nAnd on.\n\nAnd on.\n\nAnd on.';
    const notes = (paragraphs: readonly number[]): number =>
      read(
        `${text}\n\n\n${numbers.map((n) => `[${n}] See the rolls of ${n} weavers.${paragraphs.includes(n) ? long : ''}`).join('\n\n')}\n`,
      ).noteDefinitions.length;
    assert.equal(notes([5, 12]), 20);
  });

  it('in brackets with a colon, or below a raised number of their own line', () => {
    check(`They wove.⟦a|[1]⟧ And dyed.⟦b|[2]⟧

[⟦A|1⟧: See the rolls: they say so.]

[⟦B|2⟧: So they said:

at length.]
`);
    check(`They wove.⟦a|¹⟧ And dyed.⟦b|²⟧

    *
⟦A|¹⟧
See the rolls of the weavers.

⟦B|²⟧
So they said.
`);
    check(`They wove.⟦a|[1]⟧ And dyed.⟦b|[2]⟧

    [Nota ⟦A|1⟧: Véanse los libros.]

    [Nota ⟦B|2⟧:
    Así lo dijeron.]
`);
  });

  it('bare numbers in italics that begin too early, and before an abbreviation or a year', () => {
    check(
      `They wove(⟦a|1⟧). And dyed(⟦b|2⟧). And sold(⟦c|3⟧). The view of _Hall_(⟦d|4⟧) is known.

Anmerkungen

   ⟦A|1⟧ See the rolls.

_   ⟦B|2⟧ Meyer_, Docks, S. 4.

   ⟦C|3⟧ z. B. von _Adler_.

   ⟦D|4⟧ 1876 (_Sorg_, Ports).
`.replace(/\((⟦[a-d]\|)(\d)⟧\)/g, '$1($2)⟧'),
    );
  });

  it('a sentence glued to the raised number before it', () => {
    check(`They wove.⟦a|¹⟧ And dyed.⟦b|²⟧In this they were alone.

Notes

⟦A|1⟧ See the rolls.
⟦B|2⟧ So they said.
`);
  });

  it('no number of a note that is quoted behind the last list', () => {
    check(`They wove.⟦a|[1]⟧ And dyed.⟦b|[2]⟧

Notes

[⟦A|1⟧] See the rolls.
[⟦B|2⟧] So they said.

Corrected: “dyed the wool[3], so that” to “dyed the wools[3], so that”, and “wove”[4] to “wove.”[4]
`);
  });

  it('none that chance makes of a table of contents, where many notes are called in another form', () => {
    const numbers = Array.from({ length: 40 }, (_, i) => i + 1);
    const facts = read(`Contents

Part I. Ports.1 Quays.2 Docks.3

1 See the quays.
2 See the docks.
3 See the ports.

${numbers.map((n) => `Guilds wove.(${n})`).join(' ')}

Notes

${numbers.map((n) => `${n} See the rolls of ${n} weavers.`).join('\n')}
`);
    assert.equal(facts.noteLists.length, 1);
    assert.equal(facts.noteDefinitions.length, 40);
    assert.equal(facts.markers.length, 40);
  });

  it('no calls of a chapter whose notes were counted otherwise', () => {
    const facts = read(`They wove.[4] And dyed.[5] And sold.[6] And rested.[7]

They wove again.[1]

 [1] See the rolls.

They dyed again.[2] And sold again.[3] And more.[4] And more.[5] And more.[6] And more.[7]

 [2] See the ledgers.
 [3] So they said.
 [4] And said.
 [5] And said again.
 [6] And again.
 [7] And once more.

The end of the chapter, which is long enough to stand for the rest of the book.
`);
    assert.deepEqual(facts.misorderedMarkers, []);
    assert.equal(facts.markers.length, 7);
  });

  it('tells of none whose number is glued to another that was raised', () => {
    check(`They wove.⟦a|¹⟧ They sold in two years.2,3,⟦d|⁴⟧ And died.⟦e|⁵⟧ And more.⟦f|⁶⟧

Notes

⟦A|1⟧ See the rolls.
⟦B|2⟧ So they said.
⟦C|3⟧ And said.
⟦D|4⟧ And said again.
⟦E|5⟧ See the ledgers.
⟦F|6⟧ So they said.
`);
    const facts = read(
      'They wove.¹ They sold in two years.2,3,⁴ And died.⁵ And more.⁶\n\nNotes\n\n1 See A.\n2 See B.\n3 See C.\n4 See D.\n5 See E.\n6 See F.\n',
    );
    assert.deepEqual(facts.unusedNotes, []);
  });

  it('the first note below a paragraph, whose call stands before the full stop', () => {
    check(`It was said that the guilds of the
town wove⟦a|[1]⟧, but not that they did
so gladly. They dyed and
sold⟦b|[2]⟧, as all did.

 [⟦A|1⟧] See the rolls.
 [⟦B|2⟧] So they said.

It is the end of the chapter, which is long enough to stand for the rest of the book.
`);
  });

  it('below a heading of references, where a list has what only notes have', () => {
    const notes = [
      'Zu den Färbern s. jetzt Dyer 1990, der die Rollen liest.',
      'Dyer 1990, 14.',
      'Vgl. ebd., 17–20.',
      'Dyer 1990, 22. Anders die Zunft selbst.',
      'Die Rollen nennen ihn nicht.',
      'S. dazu Weaver 2003, 4.',
      'Ebd., 9.',
      'Weaver 2003, 31f.',
    ];
    const text = (list: readonly string[]): string =>
      `${list.map((_, i) => `So war es [${i + 1}].`).join(' ')}\n\nREFERENCES\n\n${list.map((note, i) => `[${i + 1}] ${note}`).join('\n\n')}\n`;
    const facts = read(text(notes));
    assert.equal(facts.noteDefinitions.length, 8);
    assert.deepEqual(facts.references, []);
    const works = ['Dyer', 'Weaver', 'Tanner', 'Fuller', 'Carder', 'Sorg', 'Novak', 'Adler'].map(
      (name, i) => `${name} A. The Wool of Ghent. Town Studies ${i + 3} (1990), 14–20.`,
    );
    assert.equal(read(text(works)).references.length, 8);
    assert.equal(read(text([...works.slice(1), 'See the rolls.'])).references.length, 8);
  });
});
