import { lastAtMost } from '../text/bisect.ts';

const END = /([.!?。！？…][.!?。！？…]?["”’'»)\]\uFFFC]{0,4})(\s+)|\n[ \t]*\n|\n(?=#)/gu;
const ABBREVIATION =
  /(?:^|[\s(["“‘'])(?:\p{Lu}|\p{Lu}\.\p{Lu}|al|ca?|cf|ch|dr|e\.g|ed|eds|esp|etc|ff?|fig|figs|ibid|i\.e|inc|jr|mr|mrs|ms|nn?|no|nos|op|cit|pp?|para|paras|prof|sec|sr|st|trans|vgl|viz|vols?|vs|z\.b|bzw|s|bd|hrsg|hg|nr|u\.a|d\.h|art|loc|p\.ex|voir|cfr|pág|núm|vid)$/iu;

/** The starts of sentences; a page break inside a sentence does not end it. */
export class Sentences {
  private constructor(private readonly starts: readonly number[]) {}

  /** Takes linear time. */
  static of(text: string): Sentences {
    const starts = [0];
    END.lastIndex = 0;
    let blankAt = -1;
    for (let match = END.exec(text); match; match = END.exec(text)) {
      const end = match.index + match[0].length;
      if (match[1] === undefined) {
        // A blank line ends a sentence if the line above is complete, or a heading, list or quotation follows.
        if (blankAt === match.index) continue;
        blankAt = match.index;
        if (
          match[0] === '\n' ||
          isClosed(text, match.index) ||
          /^[#>|]|^[-*•] /.test(text.slice(end, end + 2))
        )
          starts.push(end);
        continue;
      }
      const next = text.slice(end, end + 3);
      if (
        match[1].startsWith('.') &&
        match[1].length === 1 &&
        ABBREVIATION.test(text.slice(Math.max(0, match.index - 12), match.index))
      )
        continue;
      if (/^["“‘'«([]?(?:[\p{Lu}\p{Lo}\p{N}\uFFFC#>-]|$)/u.test(next) || match[2]!.includes('\n\n'))
        starts.push(end);
    }
    return new Sentences(starts);
  }

  /** The start and index of the sentence that contains `offset`, by binary search. */
  at(offset: number): { from: number; index: number } {
    const index = lastAtMost(this.starts, offset);
    return { from: this.starts[index] ?? 0, index };
  }

  /** The start of a sentence by its index. */
  start(index: number): number {
    return this.starts[index] ?? 0;
  }
}

function isClosed(text: string, at: number): boolean {
  return (
    /[.!?:;。！？…][^\p{L}\p{N}]{0,6}$|^#.*$/mu.test(text.slice(Math.max(0, at - 10), at)) ||
    /^#/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
  );
}
