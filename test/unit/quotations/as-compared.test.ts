/** What of texts and quotations is compared, and what is found of a quotation that departs: each row is one. */
import { listedNotes, markedPages, noteDefinitions } from '../../../server/src/quotations/numbering.ts';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { pageFurniture } from '../../../server/src/quotations/page-furniture.ts';
import { prepareQuotation } from '../../../server/src/quotations/prepare-quotation.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';
import { shortLines } from '../../../server/src/quotations/short-lines.ts';
import { checkRows } from '../../support/rows.ts';

/** `¶` stands for the end of a line, `⇣` for the end of a page, `⇥` for a tab, `x{×5}` for five times x. */
const written = (row: string): string =>
  row
    .replace(/(.)\{×(\d+)\}/gsu, (_, letter: string, times: string) => letter.repeat(Number(times)))
    .replaceAll('¶', '\n')
    .replaceAll('⇣', '\f')
    .replaceAll('⇥', '\t');
const shown = (text: string): string =>
  text.replaceAll('\n', '¶').replaceAll('\f', '⇣').replaceAll('\t', '⇥');

describe('of a source is compared', () => {
  const keyOf = (row: string): string => shown(prepareSource(written(row), []).folded.key);

  it('no markup', () =>
    checkRows(
      String.raw`
      *a* _b_ **c** ~~d~~ a~b snake_case _x ⇒ a b c d a~b snake_case x¶
      é_è à_1 1_a ⇒ é_è à_1 1_a¶
      \*a\* \_ \\ \a \1 \ ⇒ *a* _ \ \a \1¶
      a\ ⇒ a¶
      &amp; &lt;b&gt; &quot;c&quot; d&apos;s &nbsp;e f&shy;g h&ndash;i j&mdash;k l&hellip; ⇒ & <b> 'c' d's e fg hi jk l…¶
      &lsquo;a&rsquo; &ldquo;b&rdquo; &laquo;c&raquo; ⇒ 'a' 'b' 'c'¶
      &#97; &#x62; &#0; &#x10FFF; &#999999; &x; &AMP; & b ⇒ a b &#0; &#x10fff; &#999999; &x; & & b¶
      a<b>c</b> <i class="x">d</i> <!-- e -->f <!-- g <3 h < i ⇒ ac d f <!g <3 h < i¶
      a<sup>1</sup> b<sup class="x"> <a href="#y">[12]</a> </sup> c<sup>x</sup> d<sup>*†‡,–</sup> ⇒ a b cx d¶
      a[^1] b[12] c[1234] d[p. 12] e[pp. 3] f[pg 4] g[page 5] h[S. 6] i[fol. 7] j[^a b] k[q] ⇒ a b c[1234] d e f g h i j[^a b] kq¶
      a¹ b²³ c⁴–⁵ d⁶,⁷; e⁸ ⁹f ⇒ a b c d; e f¶
      a^1^ b^12^ c^1234^ d^x^ e^2 ⇒ a b c^1234^ d^x^ e^2¶
      a... b.... c. . . d . . . . e.. f…… g…. h. i ⇒ a…b…c…d…e.. f…g…h. i¶
      a [b]{.c} d [e](http://f.g) h [i](j) k [l](m.n) o [p](/q "r s") t [u](#v) ⇒ a b d e h [i](j) k l o p t u¶
      unfold[s] [u]nfold un[fol]d a [b] c [d]{e ⇒ unfolds unfold unfold a [b] c [d]{e¶
      a\]b [c [d]{.e} f]{.g} ⇒ a]b c d f¶
      `,
      keyOf,
    ));

  it('nothing of what opens lines', () =>
    checkRows(
      `
      > a¶> > b ⇒ a b¶
      | a¶| b ⇒ a b¶
      | a b ⇒ | a b¶
      a¶| b¶c ⇒ a | b c¶
      > | a¶> | b ⇒ a b¶
      # A¶## B¶###### C ⇒ a b c¶
      ####### A ⇒ ####### a¶
      #A ⇒ #a¶
      ::: note¶a¶::: ⇒ a¶
      - a¶* b¶+ c¶• d ⇒ a b c d¶
      -a¶*b¶+c ⇒ a b +c¶
      - * a ⇒ a¶
      ⇥a¶    b ⇒ a b¶
      `,
      keyOf,
    ));
});

describe('of a quotation is compared', () => {
  const parts = (quotation: string): string => {
    const { parts, after } = prepareQuotation(quotation);
    const signs = { none: '·', ellipsis: '…', interpolation: '[]', denial: '[!]', letters: '-' };
    return [...parts.map(({ before, folded }) => `${signs[before]} ${folded.key}`), signs[after]].join(' ');
  };

  it('nothing of remarks', () =>
    checkRows(
      `
      a [sic] b ⇒ · a · b ·
      a [sic!] b ⇒ · a · b ·
      a [sicher] b ⇒ · a [] b ·
      a [recte: c] b ⇒ · a · b ·
      a [!] b [?] c ⇒ · a · b · c ·
      a [my emphasis] b ⇒ · a · b ·
      a [our italics] b ⇒ · a · b ·
      a [original emphases] b ⇒ · a · b ·
      a [author’s italics] b ⇒ · a · b ·
      a [author's emphasis] b ⇒ · a · b ·
      a [emphasis mine] b ⇒ · a · b ·
      a [emphases ours] b ⇒ · a · b ·
      a [italics added] b ⇒ · a · b ·
      a [emphasis supplied] b ⇒ · a · b ·
      a [emphasis is mine] b ⇒ · a · b ·
      a [emphases are ours] b ⇒ · a · b ·
      a [my words] b ⇒ · a [] b ·
      a (sic) b ⇒ · a · b ·
      a (emphasis added) b ⇒ · a · b ·
      a (of c) b ⇒ · a (of c) b ·
      a [p. 12] b [pg 3] c [fol. 4] d [12] e [1234] f ⇒ · a · b · c · d · e [] f ·
      a [@key] b [see @key] c [c@d] e ⇒ · a · b · c [] e ·
      `,
      parts,
    ));

  it('nothing of ellipses, the ends of lines and speakers', () =>
    checkRows(
      `
      a . . . b ⇒ · a … b ·
      a . . . . b ⇒ · a … b ·
      a .. b ⇒ · a.. b ·
      a ... b ⇒ · a … b ·
      a ......... b ⇒ · a … b ·
      a …… b ⇒ · a … b ·
      a (…) b ⇒ · a … b ·
      a (...) b ⇒ · a … b ·
      a ( . . . ) b ⇒ · a ( … ) b ·
      a (. . .) b ⇒ · a … b ·
      a [ … ] b ⇒ · a … b ·
      a [. . .] b ⇒ · a … b ·
      a [... c] b ⇒ · a [] b ·
      a / b // c /// d/e ⇒ · a · b · c /// d/e ·
      | a ⇒ · | a ·
      a, dit-il, b ⇒ · a [] b ·
      a, disait-elle, b ⇒ · a [] b ·
      a, écrivait-on, b ⇒ · a [] b ·
      a, affirme-t-il, b ⇒ · a [] b ·
      a, note Anne Morel, b ⇒ · a [] b ·
      a, dit il, b ⇒ · a, dit il, b ·
      a, note bien, b ⇒ · a, note bien, b ·
      `,
      parts,
    ));

  it('nothing of brackets that go with the sentence around it, and of signs at its ends', () =>
    checkRows(
      `
      a (b) ⇒ · a (b) ·
      a b) ⇒ · a b ·
      a b). ⇒ · a b ·
      a b] ⇒ · a b ·
      a [b] ⇒ · a []
      (a) b) ⇒ · (a) b ·
      – a – ⇒ · a ·
      , a ; ⇒ · a ·
      a? b? ⇒ · a? b ·
      a! b！ ⇒ · a! b ·
      *a* _b_ ⇒ · a b ·
      'a' ⇒ · a ·
      « a » ⇒ · a ·
      ? a ⇒ · ? a ·
      ― ⇒ ·
      ... ⇒ …
      `,
      parts,
    ));

  it('no more than the first 64 pieces', () =>
    checkRows(
      `
      63 ⇒ 63
      64 ⇒ 64
      65 ⇒ 64
      `,
      (count) =>
        String(prepareQuotation(Array.from({ length: Number(count) }, () => 'a').join(' … ')).parts.length),
    ));
});

describe('a short quotation that departs', () => {
  const SOURCE =
    'In May the harbour of Ghent stood silent for a month, and the dockers went home again.\n\nNobody who had been there, says Okoro, forgot the silence of the cranes above the water.';
  const found = (quotation: string): string => {
    const match = findQuotation(prepareSource(SOURCE, []), quotation);
    if (match.status === 'absent') return 'absent';
    if (match.status === 'exact') return 'exact';
    const { range, disorder } = match.nearest;
    return `${disorder ?? 'different'}: ${shown(SOURCE.slice(range.from, range.to))}`;
  };

  it('in one word is found', () =>
    checkRows(
      `
      the harbour of Ghent stood silent ⇒ exact
      the harbour at Ghent stood silent ⇒ different: the harbour of Ghent stood silent
      the harbour Ghent stood silent ⇒ different: the harbour of Ghent stood silent
      the harbour of old Ghent stood silent ⇒ different: the harbour of Ghent stood silent
      the port of Ghent stood silent ⇒ different: the harbour of Ghent stood silent
      a harbour of Ghent stood silent ⇒ different: the harbour of Ghent stood silent
      the harbour of Ghent stood still ⇒ different: the harbour of Ghent stood silent
      stood silent once ⇒ different: stood silent for
      once stood silent ⇒ different: Ghent stood silent
      went home soon ⇒ different: went home again
      the men went home ⇒ absent
      and the men went ⇒ absent
      for one month ⇒ different: for a month
      for a month ⇒ exact
      the harbour of Lille stands silent ⇒ different: the harbour of Ghent stood silent
      above the sea ⇒ different: above the water
      who was there ⇒ absent
      again nobody who ⇒ different: again.¶¶Nobody who
      and the dockers went home again nobody ⇒ different: and the dockers went home again.¶¶Nobody
      `,
      found,
    ));

  it('in order is found', () =>
    checkRows(
      `
      silent stood Ghent ⇒ words: Ghent stood silent
      Ghent of harbour the ⇒ words: the harbour of Ghent
      home went dockers the ⇒ words: the dockers went home
      month a for ⇒ words: for a month
      the cranes of the silence ⇒ words: the silence of the cranes
      again home Nobody ⇒ words: home again.¶¶Nobody
      went again home ⇒ words: went home again
      `,
      found,
    ));

  it('in what it leaves out without a sign is found', () =>
    checkRows(
      `
      the harbour of Ghent for a month and the dockers went home ⇒ different: the harbour of Ghent stood silent for a month, and the dockers went home
      In May the harbour and the dockers went home again ⇒ different: In May the harbour of Ghent stood silent for a month, and the dockers went home again
      In May the harbour, and the dockers went home again ⇒ different: In May the harbour of Ghent stood silent for a month, and the dockers went home again
      Nobody who had been there forgot the silence of the cranes ⇒ different: Nobody who had been there, says Okoro, forgot the silence of the cranes
      May the harbour home again ⇒ different: May the harbour of Ghent
      the harbour stood silent home again ⇒ different: the dockers went home again
      In home again ⇒ different: went home again
      `,
      found,
    ));

  it('in pieces that are there is found', () =>
    checkRows(
      `
      the harbour … went home ⇒ exact
      the dockers … stood silent ⇒ order: stood silent
      the … of … stood … for … and ⇒ exact
      the harbour … the sea ⇒ different: the harbour of Ghent stood silent for a month, and the dockers went home again.¶¶Nobody who had been there, says Okoro, forgot the silence
      the silence … the harbour ⇒ order: the silence
      `,
      found,
    ));
});

describe('pages and notes of a text', () => {
  const say = (text: string, list: readonly { from: number; to: number; label: string }[]): string =>
    list
      .map(({ from, to, label }) => `${label}: ${shown(text.slice(from, to)).replace(/(x)x+/g, '$1')}`)
      .join(' | ');

  it('by marks', () =>
    checkRows(
      `
      a [p. 1] b [p. 2] c [p. 3] d ⇒ 1: [p. 1] b  | 2: [p. 2] c  | 3: [p. 3] d
      a [1] b [2] c [3] ⇒
      a [pp 4] b [page 6] c [fol. 9] d ⇒ 4: [pp 4] b  | 6: [page 6] c  | 9: [fol. 9] d
      a [p. xi] b [p. xii] c [S. 1] d ⇒ xi: [p. xi] b  | xii: [p. xii] c  | 1: [S. 1] d
      a [p. x] b [p. iix] c [p. 1] d ⇒
      a [p. 1] b [p. 2] c [Seite 3] d ⇒ 1: [p. 1] b  | 2: [p. 2] c  | 3: [Seite 3] d
      a [p. 1] b [p. 2] c ⇒
      a [p. 1] b [p. 3] c [p. 2] d ⇒
      a [p. 1] b [p. 1] c [p. 2] d ⇒
      `,
      (row) => say(row, markedPages(row)),
    ));

  it('by definitions of notes', () =>
    checkRows(
      `
      [^1]: a¶[^2]: b¶¶c ⇒ 1: [^1]: a | 2: [^2]: b
      [^1]: a¶¶    b¶¶c ⇒ 1: [^1]: a¶¶    b
      [^1]: a¶¶⇥b¶¶   c ⇒ 1: [^1]: a¶¶⇥b
      a [^1]: b ⇒
      `,
      (row) => say(written(row), noteDefinitions(written(row))),
    ));

  it('by lists of notes', () =>
    checkRows(
      `
      a¶¶Notes¶¶1. b¶2. c¶3. d¶¶e ⇒ 1: 1. b¶ | 2: 2. c¶ | 3: 3. d¶¶e
      a¶¶## Endnotes:¶¶1) b¶2) c¶3) d ⇒ 1: 1) b¶ | 2: 2) c¶ | 3: 3) d
      a¶¶**Footnotes**¶¶[1] b¶[2] c¶[3] d ⇒ 1: [1] b¶ | 2: [2] c¶ | 3: [3] d
      a¶¶Anmerkungen¶¶¹ b¶² c¶³ d ⇒ 1: ¹ b¶ | 2: ² c¶ | 3: ³ d
      a¶¶Fußnoten¶¶1. b¶2. c¶3. d ⇒ 1: 1. b¶ | 2: 2. c¶ | 3: 3. d
      a¶¶Notas¶¶1. b¶2. c¶3. d ⇒ 1: 1. b¶ | 2: 2. c¶ | 3: 3. d
      a¶¶注释¶¶1. b¶2. c¶3. d ⇒ 1: 1. b¶ | 2: 2. c¶ | 3: 3. d
      a¶¶注釋¶¶1. b¶2. c¶3. d ⇒ 1: 1. b¶ | 2: 2. c¶ | 3: 3. d
      a¶¶注¶¶1. b¶2. c¶3. d ⇒ 1: 1. b¶ | 2: 2. c¶ | 3: 3. d
      a¶¶Note¶¶1. b¶2. c¶3. d ⇒ 1: 1. b¶ | 2: 2. c¶ | 3: 3. d
      a¶¶Noted¶¶1. b¶2. c¶3. d ⇒
      a¶¶Notes¶¶1. b¶2. c ⇒
      a¶¶Notes¶¶2. b¶3. c¶4. d ⇒
      a¶¶Notes¶¶1. b¶3. c¶2. d¶3. e ⇒ 1: 1. b¶3. c¶ | 2: 2. d¶ | 3: 3. e
      Notes¶1. b¶2. c¶3. d¶¶Notes¶1. e¶2. f¶3. g¶4. h ⇒ 1: 1. b¶ | 2: 2. c¶ | 3: 3. d¶¶Notes¶1. e¶2. f¶3. g¶ | 4: 4. h
      Notes¶1. b¶2. c¶3. d¶¶Notes¶1. e¶2. f¶3. g ⇒ 1: 1. b¶ | 2: 2. c¶ | 3: 3. d
      `,
      (row) => {
        const text = written(row);
        return say(text, listedNotes(text, shortLines(text).lines));
      },
    ));

  it('by numbers at the heads and feet of pages', () =>
    checkRows(
      `
      1¶¶a{×900}¶¶2¶¶b{×900}¶¶3¶¶c{×900} ⇒ 1@0 2@905 3@1810 without 1, 2, 3
      ⇣1¶¶a{×900}⇣2¶¶b{×900}⇣3¶¶c{×900} ⇒ 1@1 2@905 3@1809 without 1, 2, 3
      a{×900}¶¶1⇣b{×900}¶¶2⇣c{×900}¶¶3 ⇒ 1@0 2@903 3@1807 without 1, 2, 3
      ⇣1¶¶a{×900}⇣2¶¶b{×900} ⇒ 1@1 2@905 without 1, 2
      ⇣1¶¶a{×900}⇣5¶¶b{×3600}⇣9¶¶c{×900} ⇒ 1-4@1 5-8@905 9@4509 without 1, 5, 9
      ⇣1¶¶a{×900}⇣6¶¶b{×900}⇣11¶¶c{×900} ⇒ without
      1¶¶a{×90}¶¶2¶¶b{×90}¶¶3¶¶c{×90} ⇒ without 1, 2, 3
      ⇣1¶¶a{×90}⇣2¶¶b{×90}⇣3¶¶c{×90} ⇒ 1@1 2@95 3@189 without 1, 2, 3
      ⇣1¶¶a{×13000}⇣2¶¶b{×13000}⇣3¶¶c{×13000} ⇒ without 1, 2, 3
      ⇣- 1 -¶¶a{×900}⇣[2]¶¶b{×900}⇣(3)¶¶c{×900} ⇒ 1@1 2@909 3@1815 without - 1 -, [2], (3)
      ⇣Page 1¶¶a{×900}⇣p. 2¶¶b{×900}⇣Seite 3¶¶c{×900}⇣S. 4¶¶d{×900}⇣pp. 5¶¶e ⇒ 1@1 2@910 3@1817 4@2727 5@3634 without Page 1, p. 2, Seite 3, S. 4, pp. 5
      ⇣1/9¶¶a{×900}⇣2 of 9¶¶b{×900}⇣3 de 9¶¶c{×900}⇣4 von 9¶¶d{×900} ⇒ 1@1 2@907 3@1816 4@2725 without 1/9, 2 of 9, 3 de 9, 4 von 9
      ⇣1 Of Wood¶¶a{×900}⇣2 Of Wood¶¶b{×900}⇣3 Of Wood¶¶c{×900} ⇒ 1@1 2@913 3@1825 without 1 Of Wood, 2 Of Wood, 3 Of Wood
      ⇣Of Wood 1¶¶a{×900}⇣Okoro 2¶¶b{×900}⇣Of Wood 3¶¶c{×900}⇣Okoro 4¶¶d{×900} ⇒ 1@1 2@913 3@1823 4@2735 without Of Wood 1, Okoro 2, Of Wood 3, Okoro 4
      ⇣1 Of Wood¶¶a{×900}⇣2 Of Stone¶¶b{×900}⇣3 Of Iron¶¶c{×900} ⇒ without
      a{×900}¶¶1¶¶---¶¶b{×900}¶¶2¶¶***¶¶c{×900}¶¶3¶¶___¶¶d ⇒ 1@0 2@903 3@1813 without ---, ***, ___, 1, 2, 3
      1¶¶a{×900}¶¶¶¶2¶b{×900}¶3¶c{×900}¶4 ⇒ 1@0 2-4@1 without 1, 4
      a{×900}¶¶1¶¶b{×900}¶¶2¶¶c{×900}¶¶3 ⇒ 1@0 2@903 3@1808 without 1, 2, 3
      ⇣3¶¶a{×900}⇣2¶¶b{×900}⇣1¶¶c{×900} ⇒ without
      ⇣1¶¶a{×900}⇣2¶¶b{×900}⇣7¶¶c{×900}⇣3¶¶d{×900}⇣4¶¶e{×900} ⇒ 1@1 2@905 3@2713 4@3617 without 1, 2, 3, 4
      `,
      (row) => {
        const text = written(row);
        const { cuts, pages } = pageFurniture(text, shortLines(text));
        const first = (list: readonly { from: number; label: string }[]): string =>
          list.map(({ from, label }) => `${label}@${from}`).join(' ');
        const cut = cuts.map(({ from, to }) => shown(text.slice(from, to)).trim()).join(', ');
        return `${first(pages)} without ${cut}`.trim();
      },
    ));

  it('by heads that are repeated beside them', () =>
    checkRows(
      `
      ⇣Of Wood¶¶a{×900}⇣Of Wood¶¶b{×900}⇣Of Wood¶¶c{×900} ⇒ Of Wood, Of Wood, Of Wood
      ⇣Of Wood¶¶a{×900}⇣Of Wood¶¶b{×900} ⇒
      ⇣1¶¶Of Wood¶¶a{×900}⇣2¶¶Of Wood¶¶b{×900} ⇒ 1, 2, Of Wood, Of Wood
      ⇣1¶¶O¶¶a{×900}⇣2¶¶O¶¶b{×900} ⇒ 1, 2
      ⇣1¶¶Of Wood¶¶a{×900}⇣2¶¶OF  WOOD.¶¶b{×900} ⇒ 1, 2, Of Wood, OF  WOOD.
      Of Wood¶¶a¶¶Of Wood¶¶b¶¶Of Wood¶¶c ⇒
      `,
      (row) => {
        const text = written(row);
        return pageFurniture(text, shortLines(text))
          .cuts.map(({ from, to }) => shown(text.slice(from, to)).trim())
          .join(', ');
      },
    ));
});
