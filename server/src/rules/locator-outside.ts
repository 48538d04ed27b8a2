import { namesPageOutside } from '../pages/comparison.ts';
import { readPageRanges } from '../pages/page-ranges.ts';
import { pagesInWords } from '../pages/printed-on.ts';
import { referenceInWords } from '../checking/found-words.ts';
import { workInWords } from '../checking/quoted-words.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

const BIBLIOGRAPHY = `//- works.bib
@article{lee2011,
  author = {Lee, C. K. and Shen, Y.},
  title = {The dockers of the delta},
  journaltitle = {Quarterly of Ports},
  date = {2011},
  pages = {173--187},
}
`;

export const locatorOutside: Rule = {
  code: 'locator-outside',
  severity: 'warning',
  title: deferred('Page that is not in the work'),
  what: deferred('A page that lies outside the pages of the article or chapter cited.'),
  why: deferred('Either the page or the work is wrong; the reader who looks it up finds something else.'),
  examples: [
    {
      title: 'The article ends on page 187',
      fixture: `${BIBLIOGRAPHY}//- notes.md
---
bibliography: works.bib
---

The owners gave way [@lee2011, ⟦locator-outside|p. 278⟧].
`,
    },
    {
      title: 'Roman numbers, supplements, ends that are not told, and pages in several pieces',
      fixture: `//- works.bib
@book{preface, author = {Meyer, L.}, title = {Preface}, date = {2009}, pages = {xi--xxiv}}
@article{supplement, author = {Meyer, L.}, title = {Lists}, date = {2010}, pages = {S12--S20}}
@article{pieces, author = {Meyer, L.}, title = {Pieces}, date = {2011}, pages = {pp. 301-7, 312}}
@article{onward, author = {Meyer, L.}, title = {Onward}, date = {2012}, pages = {234+}}
//- notes.md
---
bibliography: works.bib
---

In the preface [@preface, ⟦locator-outside|p. xxx⟧; @preface, p. xii], the supplement [@supplement,
⟦locator-outside|p. S21⟧; @supplement, pp. S14-5; @supplement, p. 3], the pieces [@pieces, ⟦locator-outside|p. 310⟧;
@pieces, pp. 302-5, 312] and onward [@onward, ⟦locator-outside|p. 20⟧; @onward, p. 260].
`,
    },
    {
      title: 'Within the article, and places that are no pages',
      fixture: `${BIBLIOGRAPHY}//- notes.md
---
bibliography: works.bib
---

The owners gave way [@lee2011, pp. 178-80; see also @lee2011, table 278; @lee2011, fol. 12r].
`,
    },
    {
      title: 'In a text as found',
      fixture: `The owners gave way (Lee and Shen, 2011: ⟦locator-outside|278⟧; Meyer, 2009).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ path, found }) {
    for (const index of found.locatorsOutside) {
      const citation = found.citations[index]!;
      const reference = found.references[citation.candidates[0]!]!;
      yield {
        range: citation.locator?.range ?? citation.range,
        message: say(
          '{several, select, true {Pages} other {Page}} {pages} cannot be in {work}, which is printed on pages {from} to {to}.',
          {
            several: namesSeveral(citation.locator?.value),
            pages: citation.locator?.value ?? '',
            work: referenceInWords(reference),
            from: reference.pages!.from,
            to: reference.pages!.to,
          },
        ),
        related: [{ path, range: reference.range, message: say('The reference, with its pages') }],
      };
    }
  },
  *checkNames({ path, cited }, { library }) {
    for (const { key, locator } of cited) {
      if (locator?.label !== 'page') continue;
      const [found, ...others] = library.entries(path, key.text);
      if (!found || others.length > 0) continue;
      const whole = found.printedOn;
      if (!whole) continue;
      const named = readPageRanges(locator.value);
      if (!named || !namesPageOutside(named, whole)) continue;
      yield {
        range: locator.range,
        message: say(
          '{several, select, true {Pages} other {Page}} {pages} cannot be in {work}, which is printed on pages {printed}.',
          {
            several: namesSeveral(locator.value),
            pages: locator.value,
            work: workInWords(key.text, path, library),
            printed: pagesInWords(whole),
          },
        ),
        related: [
          { path: found.path, range: found.entry.key.range, message: say('The entry, with its pages') },
        ],
      };
    }
  },
};

function namesSeveral(value = ''): boolean {
  return /[-–—,;&]|\d ?ff?\.?$/.test(value);
}
