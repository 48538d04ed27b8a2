/** Resolves the sources of quotations that are named without keys, by a bibliography. */
import type { Token } from '../facts/model.ts';
import { PrintedReader, type PrintedWork } from '../found/printed-works.ts';
import type { KnownEntries } from '../found/resolve.ts';
import { shifted } from '../text/range.ts';
import type { QuotedPassage } from './quoted-passages.ts';

/** Looks works up by names, years and titles, with a cache for each bibliography. */
export class PrintedWorksMeant {
  private readonly reader = new PrintedReader();
  private readonly looked = new WeakMap<QuotedPassage, { known: KnownEntries; passage: QuotedPassage }>();

  /** The quotation with the works that its printed source means; unchanged where it resolves to none. */
  attributed(quotation: QuotedPassage, known: KnownEntries): QuotedPassage {
    if (!quotation.printed) return quotation;
    const before = this.looked.get(quotation);
    if (before?.known === known) return before.passage;
    const passage = this.lookUp(quotation, known);
    this.looked.set(quotation, { known, passage });
    return passage;
  }

  /** The quotation as of the one work whose author the prose before it names; unchanged where that is not one. */
  private namedIn(quotation: QuotedPassage, keys: readonly string[]): QuotedPassage {
    const [key, ...others] = keys;
    // A page right after the words says that they are quoted.
    if (key === undefined || others.length > 0)
      return quotation.printed!.locator && quotation.works.length === 0
        ? { ...quotation, doubt: 'unknown-work' }
        : quotation;
    const { locator, loose } = quotation.printed!;
    const at = quotation.range.to;
    const works = [{ text: key, range: { from: at, to: at } }];
    return { ...quotation, works, loose, locator: loose ? null : locator, located: true, room: null };
  }

  private lookUp(quotation: QuotedPassage, known: KnownEntries): QuotedPassage {
    const { words, from, locator: said, loose, inProse } = quotation.printed!;
    if (inProse !== undefined) return this.namedIn(quotation, known.namedIn(words, inProse).keys);
    if (words === '') return quotation.works.length > 0 ? quotation : { ...quotation, doubt: 'unknown-work' };
    const { works, lead } = this.reader.read(words);
    const matches = works.map((work) => known.meant(work));
    const keys = [...new Set(matches.flatMap((match) => match.keys))];
    // An unknown work may be the one that is meant.
    if (keys.length === 0 || matches.some(({ status }) => status === 'unresolved'))
      return works.some(({ year, title }) => year !== null || title !== null) && quotation.works.length === 0
        ? { ...quotation, doubt: 'unknown-work' }
        : quotation;
    const isOne = keys.length === 1 && lead && !loose;
    const [first] = works;
    // An empty range: there is no key here that could be edited.
    const at = quotation.range.to;
    const tokens = keys.map((text): Token => ({ text, range: { from: at, to: at } }));
    return {
      ...quotation,
      works: tokens,
      loose: !isOne,
      ...(keys.length > 1 ? { doubt: 'several-works' } : {}),
      locator: isOne ? (said ?? placed(first!, from)) : null,
      located: true,
      room: null,
    };
  }
}

/** A locator moved to the offsets of a text in which the words begin at `from`. */
function placed({ locator }: PrintedWork, from: number | null): QuotedPassage['locator'] {
  return locator && from !== null ? { ...locator, range: shifted(locator.range, from) } : null;
}
