import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeDifference, differs } from '../../../server/src/quotations/difference.ts';
import { explainedByMisreading } from '../../../server/src/quotations/misreading.ts';
import { OldPrint } from '../../../server/src/quotations/old-print.ts';

function isExplained(quoted: string, read: string): boolean {
  const difference = describeDifference(quoted, read);
  assert.ok(differs(difference), `nothing differs between ${quoted} and ${read}`);
  return explainedByMisreading(difference);
}

describe('what was misread in a scan', () => {
  const explained: [quoted: string, read: string][] = [
    ['the modern harbour', 'the modem harbour'],
    ['[T]he modern harbour', 'the modem harbour'],
    ['the modern … in the north', 'the modem harbour in the north'],
    ['the minimum of it', 'the rninirnurn of it'],
    ['in 1914 it was', 'in l9l4 it was'],
    ['in 1900 it was', 'in 19OO it was'],
    ['all of it', 'a11 of it'],
    ['I was there', '| was there'],
    ['the centre of it', 'the eentre of it'],
    ['his soldiers fought', 'his foldiers fought'],
    ['the harbour', 'the barbour'],
    ['the closed port', 'the dosed port'],
    ['was new to them', 'was nevv to them'],
    ['die Brüder waren', 'die Brtider waren'],
    ['die Höfe waren', 'die Hofe waren'],
    ['die Maße waren', 'die MaBe waren'],
    ['une élève à part', 'une eleve a part'],
    ['well-known men', 'well known men'],
    ['of the port', 'ofthe port'],
    ['a notable man', 'a not able man'],
    ['without it', 'wit hout it'],
    ['the northern port', 'the no\ufffdthern port'],
    ['the department', 'the de part ment'],
    ['the first office', 'the f1rst o\ufffdce'],
    ['the first office', 'the \ufffdrst o\ufffdce'],
    ['the harbour', 'the hаrbοur'],
    ['shut. Nobody', 'shut, Nobody'],
    ['the port was', 'the . port ‘ was'],
    ['the port was', 'the port | was'],
    ['the policy was', 'the policy12 was'],
    ['the policy. It was', 'the policy.12 It was'],
    ['in the 20th century', 'in the 20” century'],
    ['le XIXe siècle', 'le XIX* siécle'],
    ['it was so', 'it was 50'],
    ['zur ‹neuen› Zeit', 'zur sneuen› Zeit'],
    ['die Generation', 'die Genceration'],
    ['the possibility of', 'the hossiPilty of'],
    ['the level α is', 'the level a is'],
    ['the χ2 test', 'the ? test'],
    ['so many were', 'so rnany were'],
    ['the chosen men were ill', 'the chosen rnen were i11'],
    ['in den 1990er-Jahren trat', 'in den 1990er-) ahren trat'],
    ['the MASTER’s rooms', 'the MASTER\ufffds rooms'],
    ['the function h used in', 'the function / used in'],
    ['im Januar waren', 'im anuar waren'],
    ['as § 5 of it says', 'as 8 5 of it says'],
    ['als § 5 der Ordnung', 'als S 5 der Ordnung'],
    ['they go to it', 'they go 10 it'],
    ['noch nicht recht erlernt', 'noh niht re<ht erlernt'],
    ['die Deutschen waren', 'die Deutſ<en waren'],
    ['nicht da, sondern vielmehr', 'nicht da, jondern vielmehr'],
    ['die Textstellen waren', 'die Te tstellen waren'],
    ['est croissante ici', 'est croi nte ici'],
    ['of it. • Ports and towns', 'of it. e Ports and towns'],
    ['by law.17 In time', 'by law.!7 In time'],
    ['by Howe, 18 the port', "by Howe, ' the port"],
    ['the settlement 2 A port', 'the settlement? A port'],
    ['the port is shut. 2. Towns are', 'the port is shut.. Towns are'],
    ['of the harbours; 16. towns are', 'of the harbours; towns are'],
    ['the ports; III - the towns', 'the ports; HI - the towns'],
    ['with LATEX for it', 'with IXTEX for it'],
    ['with pdfLATEX for it', 'with pdfEBTFX for it'],
    ['with XeTEX, for it', 'with XNeTgX, for it'],
    ['with dockersOf for it', 'with \ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd for it'],
  ];
  for (const [quoted, read] of explained)
    it(`${read}, for ${quoted}`, () => assert.equal(isExplained(quoted, read), true));
});

describe('what was not misread in a scan', () => {
  const told: [quoted: string, read: string][] = [
    ['it was not so', 'it was now so'],
    ['it was so', 'it was not so'],
    ['the nobleman was', 'the no man was'],
    ['the unionisation was', 'the union nation was'],
    ['the function of h was', 'the function of k was'],
    ['it was a port', 'it was / port'],
    ['it was not so', 'it was so'],
    ['it was not thernselves', 'it was themselves'],
    ['in 1914 it was', 'in 1944 it was'],
    ['in 1914 it was', 'in l944 it was'],
    ['in 17 cases', 'in 11 cases'],
    ['over 40 ships', 'over 10 ships'],
    ['the harbour was large', 'the harbour was small'],
    ['the harbour was large', 'the harbour was'],
    ['in the 20th century', 'in the 19th century'],
    ['the political view', 'the apolitical view'],
    ['Amoral men', 'moral men'],
    ['of all refinement', 'of all refinements'],
    ['bäuerlichen izloženija', 'Opyt izloZenija'],
    ['spoke aber davon', 'spoke über davon'],
    ['the harbour was', 'the harbour was large'],
    ['a man of it', 'man of it'],
    ['he may go', 'she may go'],
    ['it is so', 'it was so'],
    ['then it fell', 'than it fell'],
    ['for the king', 'far the king'],
    ['an able man', 'an unable man'],
    ['the causal order', 'the casual order'],
    ['from the port', 'form the port'],
    ['they wrote letters', 'they write letters'],
    ['more likely', 'less likely'],
    ['the level α is', 'the level β is'],
    ['nie sagte er', 'nun sagte er'],
    ['mit ihm', 'mit ihr'],
    ['der Hafen', 'den Hafen'],
    ['not the possibility', 'the hossiPilty'],
    ['only some 12 of them', 'only some of them'],
    ['港口关闭了', '港口开放了'],
    ['порт закрыт', 'порт открыт'],
    ['it was – so', 'it was – a so'],
    ['he died in 16 towns', 'he died in towns'],
    ['They left. 20 towns are', 'They left. towns are'],
    ['with LATEX for it', 'with Word for it'],
    ['with dockers for it', 'with \ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd for it'],
    ['with BibTEX for it', 'with LaTEX for it'],
  ];
  for (const [quoted, read] of told)
    it(`${read}, where the quotation has ${quoted}`, () => assert.equal(isExplained(quoted, read), false));

  it('and what merely stands in another order', () => {
    assert.equal(
      explainedByMisreading({ summary: 'Its pieces are there, but in another order.', parts: [] }),
      false,
    );
  });
});

describe('what was misread of old type', () => {
  const KNOWN =
    'Der Kaufmann ſchloß das Haus, und ſeine Leute gingen noch am ſelben Abend ſtill nach Hauſe, weil es ſo kalt war. Auch der Hafen lag ſchon unter Eis. ';
  const UNKNOWN = KNOWN.replaceAll('ſ', 'f');
  const isWorn = (quoted: string, read: string, text: string): boolean => {
    const print = OldPrint.of(text.repeat(4));
    assert.ok(print);
    return explainedByMisreading(describeDifference(quoted, read), print);
  };

  const explained: [quoted: string, read: string][] = [
    ['einem Zweck und wird', 'einem Zwe> und wird'],
    ['nun, worauf die Herabsetzung', 'nun, woraufdie Horabſckung'],
    ['Viel ist da noch zu bessern', 'Viel iſt da no< zu beſſern'],
    ['traten zusammen; man sah', 'traten zuſammen 3; man ſah'],
    ['mit Fett und Blute', 'mit Sett und Blute'],
    ['nach Oesterreich zu gehen', 'nach Deſterreich zu gehen'],
    ['ganz steif gefroren', 'ganz ſteiſ gefroren'],
  ];
  for (const [quoted, read] of explained)
    it(`${read}, for ${quoted}`, () => assert.equal(isWorn(quoted, read, KNOWN), true));

  const told: [quoted: string, read: string][] = [
    ['als der Hausherr still', 'als der Kaufmann ſtill'],
    ['seine Leute gingen still', 'ſeine Leute gingen'],
    ['seine guten Leute gingen', 'ſeine Leute gingen'],
    ['es war nicht kalt', 'es war kalt'],
    ['im Hafen lag Schnee', 'im Hafen lag Eis'],
    ['kalt war es', 'war kalt es'],
    ['in 17 Häusern', 'in 71 Häuſern'],
    ['mit ihm gingen', 'mit ihr gingen'],
  ];
  for (const [quoted, read] of told)
    it(`not ${read}, for ${quoted}`, () => assert.equal(isWorn(quoted, read, KNOWN), false));

  it('is more where a program for the type of today has read it', () => {
    assert.equal(isWorn('konnte diesen Wunsch', 'fonmte diefen Wunfch', UNKNOWN), true);
    assert.equal(isWorn('das Kloster schloß', 'das Gafthaus fchloß', UNKNOWN), false);
  });

  it('is nothing where the type is of today', () => {
    assert.equal(OldPrint.of(KNOWN.replaceAll('ſ', 's').repeat(4)), null);
    assert.equal(OldPrint.of('Der Hafen lag ſtill.'), null);
  });
});

describe('sentences and their scans', () => {
  const WORDS =
    'harbour winter merchant closed letters council morning written sailors during company between little country minister northern village without against several million'.split(
      ' ',
    );
  const SLIPS: readonly [string, string][] = [
    ['m', 'rn'],
    ['l', '1'],
    ['i', 'l'],
    ['l', '|'],
    ['c', 'e'],
    ['o', '0'],
    ['s', 'f'],
    ['u', 'ii'],
    ['n', 'u'],
    ['d', 'cl'],
    ['w', 'vv'],
    ['h', 'b'],
    ['t', 't '],
    ['e', 'é'],
    ['r', '\ufffd'],
  ];
  const sentence = fc.shuffledSubarray(WORDS, { minLength: 6 });
  /** Of each word that is misread: which letter, and for which. */
  const slips = fc.array(fc.tuple(fc.nat(19), fc.nat(SLIPS.length - 1), fc.nat(8)), { maxLength: 4 });

  it('are the same but for slips', () => {
    fc.assert(
      fc.property(sentence, slips, (words, places) => {
        const read = [...words];
        const seen = new Set<number>();
        for (const [at, slip, letter] of places) {
          const index = at % words.length;
          if (seen.has(index)) continue;
          seen.add(index);
          const [from, to] = SLIPS[slip]!;
          const where = words[index]!.indexOf(from, letter % words[index]!.length);
          if (where >= 0)
            read[index] = words[index]!.slice(0, where) + to + words[index]!.slice(where + from.length);
        }
        const difference = describeDifference(words.join(' '), read.join(' '));
        assert.ok(!differs(difference) || explainedByMisreading(difference), read.join(' '));
      }),
    );
  });

  it('differ where a word is another, missing, or too many, whatever else was misread', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.nat(19),
        fc.constantFrom('change', 'drop', 'add', 'not'),
        fc.constantFrom(...WORDS),
        (words, at, how, other) => {
          const index = at % words.length;
          fc.pre(other !== words[index]);
          const quoted = [...words];
          if (how === 'change') quoted[index] = other;
          else if (how === 'drop') quoted.splice(index, 1);
          else quoted.splice(index, 0, how === 'not' ? 'not' : other);
          const read = words.join(' ').replace(/m/g, 'rn');
          assert.equal(isExplained(quoted.join(' '), read), false, `${quoted.join(' ')} / ${read}`);
        },
      ),
    );
  });

  it('are compared in a time that grows with them', () => {
    const [long, other] = ['harbour '.repeat(2000), 'hcrbouv '.repeat(2000)];
    assert.equal(explainedByMisreading(describeDifference(long, other)), false);
  });
});
