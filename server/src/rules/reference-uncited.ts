import { citedByKey } from '../found/cited-by-key.ts';
import { referenceHead, referenceInWords } from '../checking/found-words.ts';
import type { Rule } from '../checking/rule.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { TextRange } from '../text/range.ts';
import { deferred, say } from '../words/say.ts';

const ADDRESS = /https?:\/\/[^\s<>()[\]"]+/g;

/** The web addresses of a text, looked up once it is asked for one: a link to a listed work cites it. */
class Addresses {
  private counts: ReadonlyMap<string, number> | undefined;

  constructor(private readonly text: DocumentText) {}

  /** Whether an address in the listed work at `range` stands elsewhere too. */
  areElsewhere(range: TextRange): boolean {
    const own = countsOf(this.text.slice(range));
    if (own.size === 0) return false;
    const counts = (this.counts ??= countsOf(this.text.text));
    return [...own].some(([address, count]) => (counts.get(address) ?? 0) > count);
  }
}

/** How often each address stands in a text. */
function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [matched] of text.matchAll(ADDRESS)) {
    const address = matched.replace(/[.,;:]+$/, '');
    counts.set(address, (counts.get(address) ?? 0) + 1);
  }
  return counts;
}

export const referenceUncited: Rule = {
  code: 'reference-uncited',
  severity: 'information',
  title: deferred('Reference that the text never cites'),
  what: deferred('In a text as found: an entry of its list of references that no citation leads to.'),
  why: deferred('Its citation was cut or misprinted, or the entry stands there for show.'),
  withoutFix: 'it stands in a text as found, which is kept as it is',
  examples: [
    {
      title: 'Nobody cites it',
      fixture: `The owners gave way (Lee and Shen, 2011: 174).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
⟦reference-uncited|Meyer L (2009⟧) Dockers. Hamburg: Harbour Press.
`,
    },
    {
      title: 'Cited by a key, as after its citation was converted',
      fixture: `The owners gave way [@lee2011, p. 174], and the union (Novak, 1998). So @meyer09docks.

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
⟦reference-uncited|Meyer L (2008⟧) Cranes. Hamburg: Harbour Press.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
Novak I (1998) Pay books. Hamburg: Harbour Press.
`,
    },
    {
      title: 'A key that may be any of them',
      fixture: `The owners gave way [@delta, p. 174], and the union (Novak, 1998).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
Novak I (1998) Pay books. Hamburg: Harbour Press.
`,
    },
    {
      title: 'As Pandoc prints it: links tell what is cited',
      fixture: `The owners gave way ([Lee & Shen, 2011](#ref-lee2011)), as the provocative ([2009](#ref-meyer2009)) has it. See his ([2010a](#ref-meyer2010a), [2010b](#ref-meyer2010b)) too, and Novak ([1999](#ref-novak1998)).

## References

<div id="refs" class="references csl-bib-body hanging-indent">

<div id="ref-lee2011" class="csl-entry">

Lee, C. K., & Shen, Y. (2011). The dockers of the delta. *Quarterly of Ports*, 4(2), 173–187.

</div>

<div id="ref-meyer2009" class="csl-entry">

Meyer, L. (2009). *Dockers*. Harbour Press.

</div>

<div id="ref-meyer2010a" class="csl-entry">

Meyer, L. (2010a). *Cranes*. Harbour Press.

</div>

<div id="ref-meyer2010b" class="csl-entry">

Meyer, L. (2010b). *Pay books*. Harbour Press.

</div>

<div id="ref-novak1998" class="csl-entry">

Novak, I., the Harbour Team, & Adler, A. (1998). *Tides*. Harbour Press.

</div>

<div id="ref-roth2001" class="csl-entry">

⟦reference-uncited|Roth, U. (2001⟧). *Hooks*. Harbour Press.

</div>

</div>
`,
    },
    {
      title: 'A link cites it',
      fixture: `The owners gave way (Lee and Shen, 2011: 174), as [Meyer](https://example.org/dockers) told.

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press, https://example.org/dockers.
⟦reference-uncited|Roth U (2010⟧) Cranes. Hamburg: Harbour Press, https://example.org/cranes.
`,
    },
    {
      title: 'Both are cited',
      fixture: `The owners gave way (Lee and Shen, 2011: 174; Meyer, 2009).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`,
    },
  ],
  readsFound: true,
  *checkDocument({ found, facts: { citations }, text }) {
    if (found.uncitedReferences.length === 0) return;
    const byKey = citedByKey(found.references, citations);
    // Keys are arbitrary: if one is not like a reference, any of them may be meant.
    if (byKey === null) return;
    const addresses = new Addresses(text);
    for (const index of found.uncitedReferences) {
      const reference = found.references[index]!;
      if (byKey.has(reference) || addresses.areElsewhere(reference.range)) continue;
      yield {
        range: referenceHead(reference),
        message: say('{work} is cited nowhere in the text.', { work: referenceInWords(reference) }),
      };
    }
  },
};
