import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeDifference, differs } from '../../server/src/quotations/difference.ts';
import { findQuotation } from '../../server/src/quotations/find-quotation.ts';
import { findQuotations } from '../../server/src/quotations/find-quotations.ts';
import { prepareQuotation } from '../../server/src/quotations/prepare-quotation.ts';
import { prepareSource } from '../../server/src/quotations/prepare-source.ts';
import { runs } from '../support/runs.ts';

const LETTERS = [
  'harbour',
  'dockers',
  "men's",
  'first',
  'offices',
  'self-governing',
  'the',
  'of',
  'and',
  'naïve',
  'ΣΟΦΟΣ',
  'port',
  'co-operation',
  'was',
  'silent',
  'Workers',
  'tra­de',
  '1996',
  'NGO',
  'Łódź',
];
const wordArb = fc.oneof(fc.constantFrom(...LETTERS), fc.stringMatching(/^[a-z]{1,9}$/));
const endArb = fc.constantFrom('', '', '', '', ',', '.', ';', '?', '”');
/** Words, each with a mark of its own, so that an occurrence can be told from its neighbours. */
const textArb = fc.array(fc.tuple(wordArb, endArb), { minLength: 6, maxLength: 60 });

type Noise = (text: string, pick: number) => string;

/** What typesetting, conversion and annotation do to a text without changing what it says. */
const noises: readonly Noise[] = [
  (text) => text,
  (text) => text.toUpperCase().toLowerCase(),
  (text) => text.replace(/ /g, '\n'),
  (text, pick) => text.replace(/ /g, (space, at: number) => (at % 3 === pick % 3 ? '  \n\n' : space)),
  (text) => text.replace(/ffi|ff|fi|fl/g, (letters) => ({ ffi: 'ﬃ', ff: 'ﬀ', fi: 'ﬁ', fl: 'ﬂ' })[letters]!),
  (text) => text.replace(/'/g, '’').replace(/”/g, '"'),
  (text) => text.replace(/(\p{L})-(\p{L})/gu, '$1‐$2'),
  (text) => text.replace(/(\p{L})-(\p{L})/gu, '$1-\n$2'),
  (text, pick) =>
    text.replace(/([a-z]{3})([a-z]{3})/g, (all, a: string, b: string, at: number) =>
      at % 4 === pick % 4 ? `${a}-\n${b}` : all,
    ),
  (text, pick) =>
    text.replace(/[a-z]{4}/g, (all, at: number) =>
      at % 3 === pick % 3 ? `${all.slice(0, 2)}\u00ad${all.slice(2)}` : all,
    ),
  (text) => text.normalize('NFD'),
  (text, pick) => text.replace(/ /g, (space, at: number) => (at % 5 === pick % 5 ? `[^${pick}] ` : space)),
  (text, pick) => text.replace(/ /g, (space, at: number) => (at % 5 === pick % 5 ? '¹² ' : space)),
  (text, pick) => text.replace(/ /g, (space, at: number) => (at % 5 === pick % 5 ? '<sup>4</sup> ' : space)),
  (text) => text.replace(/(\p{L}+) (\p{L}+)/u, '[$1 $2]{.claim #a says="b = c"}'),
  (text) => text.replace(/(\p{L}+) (\p{L}+)/u, '**$1** *$2*'),
  (text) => text.replace(/ /g, '\u00a0'),
  (text) => text.replace(/[a-zA-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
];
const noiseArb = fc.tuple(fc.nat(noises.length - 1), fc.nat(11));

function plain(words: readonly (readonly [string, string])[]): string {
  return words.map(([word, end]) => word + end).join(' ');
}

describe('any words of a source', () => {
  it('are found, at their place, whatever typesetting does to them', () => {
    fc.assert(
      fc.property(textArb, fc.nat(), fc.nat(), noiseArb, noiseArb, (words, a, b, there, here) => {
        const from = a % words.length;
        const to = from + 1 + (b % (words.length - from));
        const passage = plain(words.slice(from, to));
        // Only the passage is disturbed, so that its range is known.
        const head = `${plain(words.slice(0, from))} `;
        const noisy = noises[there[0]]!(passage, there[1]);
        const text = `${from > 0 ? head : ''}${noisy} ${plain(words.slice(to))}`;
        const start = from > 0 ? head.length : 0;
        const quotation = prepareQuotation(noises[here[0]]!(passage, here[1]));
        fc.pre(quotation.parts.length === 1);
        const match = findQuotation(prepareSource(text, []), quotation);
        assert.equal(match.status, 'exact', JSON.stringify({ text, quotation: quotation.text, match }));
        if (match.status !== 'exact') return;
        const inside = match.occurrences.some(
          ([range]) =>
            range!.from >= start &&
            range!.from <= start + 3 &&
            range!.to <= start + noisy.length &&
            range!.to >= start + noisy.length - 40,
        );
        assert.ok(
          inside,
          JSON.stringify({ text, start, length: noisy.length, occurrences: match.occurrences }),
        );
      }),
      { numRuns: runs(1500) },
    );
  });

  it('are never exact once a word is changed', () => {
    fc.assert(
      fc.property(textArb, fc.nat(), noiseArb, (words, which, [noise, pick]) => {
        const at = which % words.length;
        const text = noises[noise]!(plain(words), pick);
        const changed = words.map(([word, end], i) => [i === at ? 'zzyzx' : word, end] as const);
        const match = findQuotation(prepareSource(text, []), plain(changed));
        assert.notEqual(match.status, 'exact', JSON.stringify({ text, quoted: plain(changed), match }));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('are never exact once a word is left out or put in', () => {
    fc.assert(
      fc.property(textArb, fc.nat(), fc.boolean(), (words, which, out) => {
        const at = 1 + (which % (words.length - 2));
        const changed: [string, string][] = [...words];
        changed.splice(at, out ? 1 : 0, ...(out ? [] : [['zzyzx', ''] as [string, string]]));
        const text = plain(words);
        // Of two like words in a row, either may be the one left out, whatever signs stand behind them.
        const bare = (some: readonly (readonly [string, string])[]) =>
          some.map(([word]) => word.toLowerCase()).join(' ');
        fc.pre(!bare(words).includes(bare(changed)));
        const match = findQuotation(prepareSource(text, []), plain(changed));
        assert.notEqual(match.status, 'exact', JSON.stringify({ text, quoted: plain(changed), match }));
      }),
      { numRuns: runs(500) },
    );
  });

  it('are exact with any stretch of them left out behind an ellipsis', () => {
    fc.assert(
      fc.property(
        textArb,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('…', '...', '[…]', '[...]', '. . .', '(…)'),
        (words, a, b, dots) => {
          const cut = 1 + (a % (words.length - 2));
          const back = cut + (b % (words.length - 1 - cut || 1));
          const quoted = `${plain(words.slice(0, cut))} ${dots} ${plain(words.slice(back))}`;
          const match = findQuotation(prepareSource(plain(words), []), quoted);
          assert.equal(match.status, 'exact', JSON.stringify({ text: plain(words), quoted, match }));
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

describe('many quotations in many sources', () => {
  it('are found where each would be found alone', () => {
    fc.assert(
      fc.property(
        fc.array(textArb, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 6 }),
        (texts, picks) => {
          const sources = texts.map((words) => prepareSource(plain(words), []));
          const quotations = picks.map(([which, a, b, changed]) => {
            const words = texts[which % texts.length]!;
            const from = a % words.length;
            const quoted = words.slice(from, from + 1 + (b % (words.length - from)));
            return prepareQuotation(plain(changed ? [...quoted, ['zzyzx', '']] : quoted));
          });
          const all = findQuotations(sources, quotations);
          quotations.forEach((quotation, i) => {
            const longest = Math.max(0, ...quotation.parts.map(({ folded }) => folded.key.length));
            if (longest < 6) return;
            const alone = sources.flatMap((source, index) => {
              const match = findQuotation(source, quotation);
              return match.status === 'exact' && differsNot(match.ranges.length, quotation.parts.length)
                ? [{ source: index, occurrences: match.occurrences.length }]
                : [];
            });
            assert.deepEqual(
              all[i]!.exact.map(({ source, match }) => ({ source, occurrences: match.occurrences.length })),
              alone,
            );
          });
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

/** Whether the match has a range for each part: it was found by its parts, not by its nearest passage. */
function differsNot(ranges: number, parts: number): boolean {
  return ranges === parts;
}

describe('a difference', () => {
  it('gives back both texts, and none for like texts', () => {
    fc.assert(
      fc.property(textArb, textArb, (a, b) => {
        const [quoted, passage] = [plain(a), plain(b)];
        const { parts } = describeDifference(quoted, passage);
        const squeezed = (text: string): string => text.replace(/\s/g, '');
        assert.equal(squeezed(parts.map((part) => part.quoted).join('')), squeezed(quoted));
        assert.equal(squeezed(parts.map((part) => part.source).join('')), squeezed(passage));
        assert.equal(differs(describeDifference(quoted, quoted)), false);
      }),
      { numRuns: runs(300) },
    );
  });
});
