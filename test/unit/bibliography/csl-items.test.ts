/** Items of CSL as files have them, what is shown of them, and RIS, read and written: each row is one. */
import { cslDateOf, cslDateOfParts } from '../../../server/src/bibliography/csl-date.ts';
import {
  cslItemOf,
  familiesIn,
  nameOf,
  plainTextOfCsl,
  sketchCsl,
} from '../../../server/src/bibliography/csl-item.ts';
import { withJoinedLists } from '../../../server/src/bibliography/literal-lists.ts';
import type { CslDate, CslItem, CslName } from '../../../server/src/bibliography/model.ts';
import { risToCsl } from '../../../server/src/bibliography/ris-to-csl.ts';
import { risOf } from '../../../server/src/bibliography/write-ris.ts';
import { checkRows } from '../../support/rows.ts';

/** Without the id that it was asked for, and without a type that it does not say. */
function inWords({ id: _, type, ...rest }: CslItem): string {
  return (type === 'document' ? '' : `${type} `) + JSON.stringify(rest);
}

const itemOf = (json: string): CslItem | null => cslItemOf(JSON.parse(json), 'k');
const parsed = <T>(json: string): T => JSON.parse(json) as T;

/** `1996/2004-10 ca.`, `“in press”` */
function dateInWords(date: CslDate | null): string {
  if (!date) return 'none';
  const { 'date-parts': parts, literal, season, circa } = date;
  const words = parts?.map((part) => part.join('-')).join('/') ?? `“${String(literal)}”`;
  return words + (season === undefined ? '' : ` season ${season}`) + (circa ? ' circa' : '');
}

describe('dates of bibliographies', () => {
  it('as EDTF has them', () =>
    checkRows(
      `
      2004-1 ⇒ “2004-1”
      2004-1-6 ⇒ 2004-1-6
      2004-01-6 ⇒ 2004-1-6
      1996 / 2004 ⇒ 1996/2004
      ../1996 ⇒ “until 1996”
      1996/x ⇒ “1996/x”
      x/1996 ⇒ “x/1996”
      1996/2004/2005 ⇒ “1996/2004/2005”
      2003% ⇒ 2003 circa
      2003~/2004 ⇒ 2003/2004 circa
      2003/2004~ ⇒ 2003/2004 circa
      1996~/2004? ⇒ 1996/2004 circa
      2004-20 ⇒ “2004-20”
      2004-21 ⇒ 2004 season 1
      2004-24 ⇒ 2004 season 4
      2004-25 ⇒ “2004-25”
      2004-00 ⇒ “2004-00”
      2004-12 ⇒ 2004-12
      2004-13 ⇒ “2004-13”
      2004-13-01 ⇒ 2004
      2004-02-30 ⇒ 2004-2
      2004-10-32 ⇒ 2004-10
      2004-10-06T10:20 ⇒ 2004-10-6
      2004-10-06T10:20:03+01:00 ⇒ 2004-10-6
      2004-10-06x ⇒ “2004-10-06x”
      12004 ⇒ 12004
      12004~ ⇒ 12004 circa
      12004? ⇒ 12004
      1200404 ⇒ “1200404”
      2004-21~ ⇒ 2004 season 1 circa
      2004-21? ⇒ 2004 season 1
      0000 ⇒ -1
      0001 ⇒ 1
      -0044-03 ⇒ -45-3
      19xx ⇒ “19xx”
      199x ⇒ “199x”
      `,
      (written) => dateInWords(cslDateOf(written)),
    ));

  it('as BibTeX has them: year, month, day', () =>
    checkRows(
      `
      2005; ; ⇒ 2005
      {2005}; ; ⇒ 2005
      {2005b}; 5; 6 ⇒ 2005-5-6 b
      2005ab; ; ⇒ “2005ab”
      877; 5; ⇒ 877
      -44; 3; 15 ⇒ -44
      12005; ; ⇒ 12005
      123456; ; ⇒ 123456
      0123; ; ⇒ 123
      1850 – 1852; ; ⇒ 1850/1852
      1850-1852; ; ⇒ 1850/1852
      2005; Spring; ⇒ 2005 season 1
      2005; summer; ⇒ 2005 season 2
      2005; autumn; ⇒ 2005 season 3
      2005; WINTER; 3 ⇒ 2005 season 4
      2005b; fall; ⇒ 2005 season 3 b
      2005; 1; ⇒ 2005-1
      2005; 0; ⇒ 2005
      2005; 12; ⇒ 2005-12
      2005; 13; ⇒ 2005
      2005; 012; ⇒ 2005
      2005; oct; 0 ⇒ 2005-10
      2005; oct; 1 ⇒ 2005-10-1
      2005; oct; 31 ⇒ 2005-10-31
      2005; oct; 32 ⇒ 2005-10
      2005; oct; 1--3 ⇒ 2005-10-1
      2005; 10~oct; ⇒ 2005-10
      2005; sep/oct/nov; 4 ⇒ 2005-9/2005-10
      2005; oct. 7; ⇒ 2005-10-7
      2005; 7 October; ⇒ 2005-10
      2005; brumaire oct; ⇒ 2005-10
      2005; ; 6 ⇒ 2005
      `,
      (written) => {
        const [year = '', month = '', day = ''] = written.split(/; ?/);
        const found = cslDateOfParts(year, month, day);
        return dateInWords(found?.date ?? null) + (found?.suffix ? ` ${found.suffix}` : '');
      },
    ));
});

describe('items of CSL', () => {
  it('keep what is meant, and lose what has no shape', () =>
    checkRows(
      `
      {} ⇒ {}
      {"type": 5} ⇒ 5 {}
      {"volume": 3, "issue": 4, "page": 5, "title": 6} ⇒ {"volume":3,"issue":4,"page":"5","title":"6"}
      {"volume": "3", "issue": "4"} ⇒ {"volume":"3","issue":"4"}
      {"title": true, "custom": {"a": 1}, "keyword": ["a", 1, null, "b"], "note": []} ⇒ {"keyword":"a, 1, b"}
      {"author": "A Body", "editor": 5, "translator": null, "director": []} ⇒ {"author":[{"literal":"A Body"}],"editor":[{"literal":"5"}]}
      {"author": [{"family": "Ash", "given": "", "suffix": 3}, {"name": "Whole"}, {"name": ""}, {"x": 1}, "Told"]} ⇒ {"author":[{"family":"Ash","suffix":"3"},{"literal":"Whole"},{"literal":"Told"}]}
      {"author": [{"family": "Ash", "name": "Whole"}, []]} ⇒ {"author":[{"family":"Ash"}]}
      {"author": {"non-dropping-particle": "van", "dropping-particle": "de", "literal": "L"}} ⇒ {"author":[{"non-dropping-particle":"van","dropping-particle":"de","literal":"L"}]}
      {"issued": 2001} ⇒ {"issued":{"date-parts":[[2001]]}}
      {"issued": null} ⇒ {}
      {"issued": []} ⇒ {}
      {"issued": [2001, 2002, 2003]} ⇒ {"issued":{"date-parts":[[2001],[2002]]}}
      {"issued": [{"year": 2001, "month": 5}]} ⇒ {"issued":{"date-parts":[[2001,5]]}}
      {"issued": {"date-parts": [2001, 5]}} ⇒ {"issued":{"date-parts":[[2001,5]]}}
      {"issued": {"date-parts": [[2001, 5, 6, 7], ["2002", " "], [2003]]}} ⇒ {"issued":{"date-parts":[[2001,5,6],[2002]]}}
      {"issued": {"date-parts": [["x"], []]}} ⇒ {}
      {"issued": {"date-parts": [[2001]], "raw": "1999"}} ⇒ {"issued":{"date-parts":[[2001]],"raw":"1999"}}
      {"issued": {"raw": "1999", "literal": "then"}} ⇒ {"issued":{"date-parts":[[1999]]}}
      {"issued": {"year": 2001, "month": "5", "day": null}} ⇒ {"issued":{"date-parts":[[2001,5]]}}
      {"issued": {"literal": "n.d.", "season": 1, "circa": 1, "x": 1}} ⇒ {"issued":{"literal":"n.d.","season":"1","circa":true}}
      {"issued": {"date-parts": [[2001]], "circa": 0}} ⇒ {"issued":{"date-parts":[[2001]]}}
      {"issued": {}} ⇒ {}
      {"accessed": true} ⇒ {}
      `,
      (json) => inWords(itemOf(json)!),
    ));

  it('are told in names, year, title and pages', () =>
    checkRows(
      `
      null ⇒  | – | – | – | –
      {} ⇒  | – | – | – | –
      {"editor": [{"family": "Ed"}], "translator": [{"family": "Tr"}], "issued": 1850, "page": "3-5"} ⇒ Ed | – | 1850 | – | 3-5
      {"author": [], "translator": [{"family": "Tr"}], "title": "<i></i>"} ⇒ Tr | – | – | – | –
      {"author": [{"family": "Ash"}, {"literal": "others"}, {"suffix": "Jr"}], "title": "  A <i>b</i>  c "} ⇒ Ash | – | – | A b c | –
      {"author": [{"family": "毛", "given": "泽东"}], "issued": "-0044"} ⇒ 毛 | 毛, 泽东 | 45 BC | – | –
      {"issued": {"literal": "spring 1850b"}} ⇒  | – | 1850b | – | –
      {"issued": {"literal": "1850bc"}} ⇒  | – | – | – | –
      {"issued": {"literal": "no. 18501"}} ⇒  | – | – | – | –
      {"issued": {"date-parts": [[1850]]}, "year-suffix": "a"} ⇒  | – | 1850a | – | –
      {"issued": {"date-parts": [[1850]]}, "year-suffix": 5} ⇒  | – | 18505 | – | –
      `,
      (json) => {
        const { names, spoken, year, title, pages } = sketchCsl(itemOf(json));
        return [names.join('; '), spoken?.join('; '), year, title, pages]
          .map((each) => each ?? '–')
          .join(' | ');
      },
    ));

  it('name people as they are cited', () =>
    checkRows(
      `
      {"literal": "A Body", "family": "x"} ⇒ A Body
      {"family": "Ash", "given": "Bo"} ⇒ Ash
      {"given": "Bo"} ⇒ Bo
      {"non-dropping-particle": "van", "dropping-particle": "de", "family": "Ash"} ⇒ van Ash
      {"dropping-particle": "d’", "family": "Ash"} ⇒ d’Ash
      {"non-dropping-particle": "d'", "family": "Ash"} ⇒ d'Ash
      {"non-dropping-particle": "al-", "family": "Ash"} ⇒ al-Ash
      {"non-dropping-particle": "van"} ⇒ van
      {} ⇒
      `,
      (json) => nameOf(parsed<CslName>(json)),
    ));

  it('have families of authors and editors, with and without particles', () =>
    checkRows(
      `
      null ⇒
      {"author": [{"family": "Ash"}, {"literal": "A Body"}], "translator": [{"family": "x"}]} ⇒ Ash
      {"editor": [{"family": "Elm", "non-dropping-particle": "van"}]} ⇒ Elm; van Elm
      {"editor": [{"family": "Elm", "non-dropping-particle": "al-"}, {"family": "Yew", "dropping-particle": "de"}]} ⇒ Elm; al-Elm; Yew
      `,
      (json) => familiesIn(parsed<CslItem | null>(json)).join('; '),
    ));

  it('lose the tags that CSL has, and no others', () =>
    checkRows(
      `
      <i>a</i> <b>b</b> <sc>c</sc> <sub>d</sub> <sup>e</sup> <span class="nocase">f</span> ⇒ a b c d e f
      <it>a</it> <a href="x">b</a> 1 < 2 ⇒ <it>a</it> <a href="x">b</a> 1 < 2
      `,
      plainTextOfCsl,
    ));
});

describe('RIS', () => {
  it('is read as CSL', () =>
    checkRows(
      `
      TY BOOK | TI A | T1 B | BT C ⇒ book {"title":"A"}
      TY CHAP | TI A | BT C | T2 D ⇒ chapter {"title":"A","container-title":"C"}
      TY book | SN 1 ⇒ book {"ISBN":"1"}
      TY CHAP | SN 1 ⇒ chapter {"ISBN":"1"}
      TY JOUR | SN 1 ⇒ article-journal {"ISSN":"1"}
      TY XXXX | AU Ash, Bo | A1 Elm, C., Jr. | ED Oak | A2 Fir, | A3 Yew, D | A4 Box, E ⇒ {"author":[{"family":"Ash","given":"Bo"},{"family":"Elm","given":"C.","suffix":"Jr."}],"editor":[{"literal":"Oak"},{"literal":"Fir"}],"collection-editor":[{"family":"Yew","given":"D"}],"translator":[{"family":"Box","given":"E"}]}
      TY RPRT | SP 3 | EP 5 ⇒ report {"page":"3–5"}
      TY RPRT | SP 3-5 | EP 7 ⇒ report {"page":"3-5"}
      TY RPRT | SP 3–5 | EP 7 ⇒ report {"page":"3–5"}
      TY RPRT | SP 3 ⇒ report {"page":"3"}
      TY RPRT | EP 5 ⇒ report {}
      TY RPRT | KW a | KW b ⇒ report {"keyword":"a, b"}
      TY RPRT | PY 2004/10/06/ ⇒ report {"issued":{"date-parts":[[2004,10,6]]}}
      TY RPRT | PY 2004/10// ⇒ report {"issued":{"date-parts":[[2004,10]]}}
      TY RPRT | PY 2004//06/ ⇒ report {"issued":{"date-parts":[[2004]]}}
      TY RPRT | PY 2004///spring ⇒ report {"issued":{"date-parts":[[2004]]}}
      TY RPRT | DA 2005/01/02 | PY 2004 ⇒ report {"issued":{"date-parts":[[2005,1,2]]}}
      TY RPRT | DA spring/ | PY 2004 ⇒ report {"issued":{"literal":"spring"}}
      TY RPRT | DA / | PY 2004 ⇒ report {"issued":{"date-parts":[[2004]]}}
      TY RPRT | Y1 2003 | PY 2004 ⇒ report {"issued":{"date-parts":[[2004]]}}
      TY RPRT | Y1 2003 | Y2 2006/07/08/ ⇒ report {"issued":{"date-parts":[[2003]]},"accessed":{"date-parts":[[2006,7,8]]}}
      TY RPRT | DA / | Y1 2003 ⇒ report {"issued":{"date-parts":[[2003]]}}
      TY RPRT | TI | T1 B ⇒ report {"title":"B"}
      `,
      (record) => {
        const lines = record.split(' | ');
        return inWords(
          risToCsl(
            'k',
            lines.map((line) => ({
              tag: line.slice(0, 2),
              value: { text: line.slice(3), range: { from: 0, to: 0 } },
            })),
          ),
        );
      },
    ));

  it('is written', () =>
    checkRows(
      `
      {"type": "book", "author": [{"literal": "A Body"}, {"family": "Ash", "given": "Bo"}], "title": "A   b"} ⇒ TY  - BOOK | ID  - k | AU  - A Body | AU  - Ash, Bo | TI  - A b | ER  -
      {"type": "chapter", "editor": [{"family": "Oak", "given": "C"}, {"family": "Elm"}], "container-title": "C"} ⇒ TY  - CHAP | ID  - k | ED  - Oak, C | ED  - Elm | T2  - C | ER  -
      {"type": "song", "issued": {"date-parts": [[2004, 10]]}, "volume": 3, "issue": "4", "page": "3–5"} ⇒ TY  - GEN | ID  - k | PY  - 2004 | VL  - 3 | IS  - 4 | SP  - 3 | EP  - 5 | ER  -
      {"type": "thesis", "publisher": "P", "publisher-place": "Ghent", "DOI": "10.1/x", "URL": "https://x"} ⇒ TY  - THES | ID  - k | PB  - P | CY  - Ghent | DO  - 10.1/x | UR  - https://x | ER  -
      {"type": "webpage", "issued": {"literal": "n.d."}, "page": "3"} ⇒ TY  - ELEC | ID  - k | PY  - n.d. | SP  - 3 | ER  -
      {"type": "article-journal", "issued": {"raw": "2001"}, "page": "3--5"} ⇒ TY  - JOUR | ID  - k | PY  - 2001 | SP  - 3 | EP  - 5 | ER  -
      `,
      (json) =>
        risOf({ ...parsed<CslItem>(json), id: 'k' })
          .trim()
          .replace(/\n/g, ' | '),
    ));
});

describe('lists of places and bodies in BibTeX', () => {
  it('stand apart at “and”', () =>
    checkRows(
      `
      ILR and Cornell ⇒ ILR; Cornell
      ILR and Cornell and Ghent ⇒ ILR; Cornell; Ghent
      {Barnes and Noble} and Ash ⇒ {Barnes and Noble}; Ash
      Sand and Anders ⇒ Sand; Anders
      Brand ⇒ Brand
      and Ash ⇒ and Ash
      {a}and b ⇒ {a}and b
      `,
      (list) => withJoinedLists(new Map([['publisher', list]])).get('publisher')!,
    ));

  it('are those of some fields', () =>
    checkRows(
      `
      publisher ⇒ A; B
      institution ⇒ A; B
      school ⇒ A; B
      organization ⇒ A; B
      location ⇒ A; B
      address ⇒ A; B
      origpublisher ⇒ A; B
      origlocation ⇒ A; B
      title ⇒ A and B
      `,
      (field) => withJoinedLists(new Map([[field, 'A and B']])).get(field)!,
    ));
});
