import { datedInWords, MOST_NAMES, namesInWords, referenceInWords } from '../checking/found-words.ts';
import { judgedCitations } from '../checking/dated-citations.ts';
import type { FoundReference } from '../found/model.ts';
import type { DanglingCitation } from '../workspace/found-summary.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const referenceUndefined: Rule = {
  code: 'reference-undefined',
  severity: 'warning',
  title: deferred('Citation without its reference'),
  what: deferred(
    'In a text as found: names and a year that neither the list of references of the text nor a bibliography knows. In a text without a list of its own this is said where its bibliographies have most of the works that it cites so. A text that cites by keys has its citations in these; its names and years are words.',
  ),
  why: deferred('The reader cannot find the work; often the year or a name is misprinted.'),
  withoutFix: 'it stands in a text as found, which is kept as it is',
  examples: [
    {
      title: 'Another year than the list has',
      fixture: `The owners gave way (⟦reference-undefined|Lee and Shen, 2012⟧). Others doubt it (Meyer, 2009).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
    {
      title: 'A work that is missing is told once, however often it is cited',
      fixture: `The owners gave way (⟦reference-undefined|Lee and Shen, 2012⟧). Others doubt it (Meyer, 2009), and so do the towns (Lee and Shen, 2012).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
    {
      title: 'In a text without a list, whose bibliography has the others',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@article{leeShen2011, author = {Lee, Anna and Shen, Yuan}, title = {The dockers of the delta}, date = {2011}}
@book{meyer2009, author = {Meyer, Lena}, title = {Dockers}, date = {2009}}
//- draft.md
The owners gave way (Lee and Shen, 2011). Others doubt it (Meyer, 2009; ⟦reference-undefined|Adler, 2014: 12⟧). It was a cold winter (Hamburg, 1911).
`,
    },
    {
      title: 'In a text that cites by keys, names and years are words of its prose',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book{meyer2009, author = {Meyer, Lena}, title = {Dockers}, date = {2009}}
//- draft.md
The owners gave way [@meyer2009]. Others doubted it (Adler and Roth, 2014).
`,
    },
    {
      title: 'A number that the list does not have',
      fixture: `The owners gave way [1, 2]. Others doubt it [1–3], still others [4], and so it was [⟦reference-undefined|5⟧].

REFERENCES

[1] L. Meyer, Dockers, Hamburg: Harbour Press, 2009.
[2] C. Adler, Owners, Bremen: Weser, 2014.
[3] B. Sorg, “Ships,” Quarterly of Ports, vol. 4, 2011.
[4] T. Lim, “Cranes,” Quarterly of Ports, vol. 5, 2012.
`,
    },
    {
      title: 'In a text that cites by names and pages',
      fixture: `The dockers “won at last” (Meyer 45), and Adler admits that the owners paid (12). Others doubt it (Sorg and Lim 173; ⟦reference-undefined|Rocha 9⟧). It was the second strike (Table 2).

WORKS CITED

Adler, Carl. *Owners*. Weser, 2014.

Meyer, Lena. *Dockers of the Delta*. Harbour Press, 2009.

Sorg, Bernd, and Anna Lim. “Cranes.” *Quarterly of Ports*, vol. 5, no. 1, 2012, pp. 170-190.
`,
    },
    {
      title: 'Each has its reference; a date is no citation',
      fixture: `The owners gave way (Lee and Shen, 2011: 174). Others doubt it (Meyer, 2009; interview, 6 July 2012).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
  ],
  *checkLinks({ path, danglingCitations, datedCitations }, { library }) {
    for (const { citation, isMissing, isSure } of judgedCitations({ path, datedCitations }, library)) {
      const { names, range, year, yearSuffix } = citation;
      if (isMissing)
        yield {
          range,
          ...(isSure ? {} : { severity: 'information' as const }),
          message: say('{work} is cited here, but no bibliography of this text has such a work.', {
            work: `${namesInWords(names)} (${year}${yearSuffix})`,
          }),
        };
    }
    const told = new Set<number>();
    /** A work that is missing → its citations; it is told at the first. */
    const missing = new Map<string, DanglingCitation[]>();
    for (const citation of danglingCitations) {
      // Two readings of one place are one fault.
      if (told.has(citation.range.from)) continue;
      told.add(citation.range.from);
      if (library.inPrint.worksMatched(path, citation).length > 0) continue;
      if (citation.number !== null) {
        yield {
          range: citation.range,
          message: say('Number {number} is cited here, but the list of references has no such number.', {
            number: citation.number,
          }),
        };
        continue;
      }
      const cited = citedInWords(citation);
      const same = missing.get(cited);
      if (same) same.push(citation);
      else missing.set(cited, [citation]);
    }
    for (const [cited, [citation, ...again]] of missing) {
      const [near] = citation!.near;
      yield {
        range: citation!.range,
        message: [
          say('{work} is cited here, but the list of references has no such work.', { work: cited }),
          ...(near ? [say('It has {work}.', { work: nearInWords(near, cited) })] : []),
          ...(again.length > 0
            ? [
                say('{again, plural, one {It is cited once more.} other {It is cited # times more.}}', {
                  again: again.length,
                }),
              ]
            : []),
        ].join(' '),
        ...(near || again.length > 0
          ? {
              related: [
                ...(near ? [{ path, range: near.range, message: say('The nearest reference') }] : []),
                ...again
                  .slice(0, MOST_TOLD)
                  .map(({ range }) => ({ path, range, message: say('The same again') })),
              ],
            }
          : {}),
      };
    }
  },
};

/** The most places of a missing work that a finding leads to. */
const MOST_TOLD = 12;

/** Of a page alone no year is known. */
function citedInWords({ names, year, yearSuffix }: DanglingCitation): string {
  return `${namesInWords(names)}${year === null ? '' : ` (${year}${yearSuffix})`}`;
}

/** The nearest reference; all its names, where what differs is not among the first. */
function nearInWords(near: FoundReference, cited: string): string {
  const words = referenceInWords(near);
  if (words !== cited && near.names.length <= MOST_NAMES) return words;
  return datedInWords(near.names.map(({ family }) => family).join(', '), near);
}
