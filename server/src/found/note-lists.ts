import { plainDigits } from './note-markers.ts';
import type { MarkerCandidate } from './note-markers.ts';
import type { FoundMarker, FoundNoteDefinition, FoundNoteList, MarkerStyle } from './model.ts';
import type { Prose } from './prose.ts';
import { RangeSet } from './range-set.ts';
import type { SectionHeading } from './sections.ts';
import { longestIncreasing } from './sequences.ts';
import type { TextRange } from '../text/range.ts';

export interface NotesFound {
  readonly lists: readonly FoundNoteList[];
  readonly markers: readonly FoundMarker[];
  readonly definitions: readonly FoundNoteDefinition[];
}

/** A line that begins like a note. */
interface NumberedLine {
  readonly form: 'dot' | 'parenthesis' | 'bracket' | 'raised' | 'bare';
  readonly number: number;
  readonly label: string;
  readonly labelRange: TextRange;
  readonly bodyFrom: number;
}

const NUMBERED =
  /[ \t]{0,12}(?:[-*•+>][ \t]+)?(?:\*{1,2}|_{1,2})?(?:(\d{1,3})[.:](?:\*{1,2}|_{1,2})?(?:[ \t]+|(?=[^\s\d]))|\(?(\d{1,3})\)(?:\*{1,2}|_{1,2})?[ \t]*|\[(\d{1,3})\](?!:)[.]?[ \t]*|([¹²³⁰⁴-⁹]{1,3})[.)]?[ \t]*|<sup>\s?(\d{1,3})\s?<\/sup>[.)]?[ \t]*|\^(\d{1,3})\^[.)]?[ \t]*|(\d{1,3})[ \t]+(?=[\p{Lu}\p{Lo}"“«‘'*_<[]))(?=\S)/uy;

/**
 * Reads numbered lists of notes and the markers that lead to them. A list counts when it stands under a
 * heading of notes or at the end of the text, and markers of one style match at least half of it (two thirds
 * where no heading says what it is).
 * @param candidates numbers in the text that may be markers, in order
 * @param excluded lists of references, in the document
 */
export function readNotes(
  text: string,
  prose: Prose,
  headings: readonly SectionHeading[],
  candidates: readonly MarkerCandidate[],
  opaque: readonly TextRange[],
  excluded: readonly TextRange[],
): NotesFound {
  const lists: FoundNoteList[] = [];
  const markers: FoundMarker[] = [];
  const definitions: FoundNoteDefinition[] = [];
  let scopeFrom = 0;
  const outside = new RangeSet(excluded);
  const lastNotes = headings.findLastIndex(({ kind }) => kind === 'notes');
  const take = (area: TextRange, heading: SectionHeading | null, position: number): boolean => {
    const numbered = numberedLines(text, area, opaque);
    const chosen = heading ? sequenceUnder(text, area.from, numbered) : sequenceAtEnd(text, numbered);
    if (chosen.length === 0) return false;
    const bodies = bodiesOf(text, chosen, area.to);
    const listFrom = chosen[0]!.labelRange.from;
    const listTo = bodies[bodies.length - 1]!.to;
    // Markers behind the list still count, in a text whose notes come before its last part.
    const isLast = heading === null || position === lastNotes;
    const scoped = candidates.filter(
      ({ range, twin }) =>
        range.from >= scopeFrom &&
        (twin === null || twin >= listFrom) &&
        (range.to <= listFrom || (isLast && range.from >= listTo)) &&
        !outside.has(range.from),
    );
    const match = bestStyle(scoped, chosen, heading !== null);
    if (!match) return false;
    const list = lists.length;
    const firstDefinition = definitions.length;
    const indexOf = new Map(chosen.map((line, i) => [line.number, firstDefinition + i]));
    const leading = chosen.map((): number[] => []);
    for (const candidate of match.accepted) {
      const definition = indexOf.get(candidate.number) ?? null;
      if (definition !== null) leading[definition - firstDefinition]!.push(markers.length);
      markers.push({
        style: candidate.style,
        label: candidate.label,
        range: candidate.range,
        definition,
        list,
      });
    }
    chosen.forEach((line, i) => {
      const bodyRange = bodies[i]!;
      definitions.push({
        label: line.label,
        labelRange: line.labelRange,
        bodyRange,
        range: { from: line.labelRange.from, to: bodyRange.to },
        markers: leading[i]!,
        list,
      });
    });
    lists.push({
      heading: heading ? token(text, prose.range(heading.range.from, heading.range.to)) : null,
      range: { from: listFrom, to: listTo },
      scope: { from: scopeFrom, to: listFrom },
      style: match.style,
    });
    scopeFrom = listTo;
    return true;
  };

  headings.forEach((heading, i) => {
    if (heading.kind !== 'notes') return;
    const next = headings[i + 1];
    take(
      {
        from: prose.at(heading.bodyFrom),
        to: next ? lineStart(text, prose.at(next.range.from)) : text.length,
      },
      heading,
      i,
    );
  });
  if (lists.length === 0) {
    const end = excluded.length ? lineStart(text, excluded[0]!.from) : text.length;
    if (!take({ from: 0, to: end }, null, -1) && end < text.length) {
      take({ from: excluded[excluded.length - 1]!.to, to: text.length }, null, -1);
    }
  }
  return { lists, markers, definitions };
}

function token(text: string, range: TextRange): { text: string; range: TextRange } {
  return { text: text.slice(range.from, range.to), range };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function numberedLines(text: string, area: TextRange, opaque: readonly TextRange[]): NumberedLine[] {
  const found: NumberedLine[] = [];
  let k = 0;
  for (let at = area.from; at < area.to;) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    NUMBERED.lastIndex = at;
    const match = NUMBERED.exec(text);
    if (match && match.index + match[0].length < next) {
      while (k < opaque.length && opaque[k]!.to <= at) k++;
      const hidden = opaque[k] !== undefined && opaque[k]!.from < at;
      const raised = match[4] === undefined ? (match[5] ?? match[6]) : plainDigits(match[4]);
      const label = match[1] ?? match[2] ?? match[3] ?? raised ?? match[7]!;
      const number = Number(label);
      if (!hidden && number > 0 && !label.startsWith('0')) {
        const written = match[4] ?? label;
        const from = at + match[0].indexOf(written);
        found.push({
          form:
            match[1] !== undefined
              ? 'dot'
              : match[2] !== undefined
                ? 'parenthesis'
                : match[3] !== undefined
                  ? 'bracket'
                  : raised !== undefined
                    ? 'raised'
                    : 'bare',
          number,
          label,
          labelRange: { from, to: from + written.length },
          bodyFrom: at + match[0].length,
        });
      }
    }
    at = next;
  }
  return found;
}

/** The notes under a heading: rising numbers of the form that the first of them has. */
function sequenceUnder(text: string, from: number, lines: readonly NumberedLine[]): NumberedLine[] {
  const first = lines[0];
  // The list stands right under its heading, or a line or two of explanation below it.
  if (!first || text.slice(from, first.labelRange.from).trim().length > 300) return [];
  const same = lines.filter((line) => line.form === first.form);
  return rising(same);
}

/** The last list of the text: from the last number one, with nothing but a short line behind it. */
function sequenceAtEnd(text: string, lines: readonly NumberedLine[]): NumberedLine[] {
  for (let i = lines.length - 1; i >= 0; i--) {
    if (lines[i]!.number !== 1) continue;
    const form = lines[i]!.form;
    const chosen = rising(lines.slice(i).filter((line) => line.form === form));
    // Notes follow upon each other; a list of one's argument has pages between its points.
    for (let j = 1; j < chosen.length; j++) {
      if (chosen[j]!.number !== chosen[j - 1]!.number + 1) return [];
      if (paragraphs(text, chosen[j - 1]!.bodyFrom, chosen[j]!.labelRange.from) > 3) return [];
    }
    return chosen;
  }
  return [];
}

function paragraphs(text: string, from: number, to: number): number {
  let count = 1;
  for (let at = text.indexOf('\n\n', from); at >= 0 && at < to; at = text.indexOf('\n\n', at + 2)) count++;
  return count;
}

function rising(lines: readonly NumberedLine[]): NumberedLine[] {
  const chosen = longestIncreasing(lines.map((line) => line.number)).map((i) => lines[i]!);
  // A year or a quantity that begins a continuation line can only stand at the end of the sequence.
  while (chosen.length > 1 && chosen[chosen.length - 1]!.number > chosen[chosen.length - 2]!.number + 5)
    chosen.pop();
  return chosen;
}

const LIST_BULLET_ALONE = /(?:\n[ \t]*(?:[-*•+_=—–]+[ \t]*)?)+$/;

function bodiesOf(text: string, lines: readonly NumberedLine[], areaTo: number): TextRange[] {
  return lines.map((line, i) => {
    const next = lines[i + 1];
    let to = next ? lineStart(text, next.labelRange.from) : areaTo;
    if (!next) {
      const blank = /\n[ \t]*\n/g;
      blank.lastIndex = line.bodyFrom;
      const found = blank.exec(text);
      if (found && found.index < to) to = found.index;
    }
    const body = text.slice(line.bodyFrom, to);
    const trimmed = body.trimEnd();
    const tail = LIST_BULLET_ALONE.exec(trimmed.slice(-12));
    const cut = tail ? trimmed.slice(0, trimmed.length - tail[0].length).trimEnd() : trimmed;
    return { from: line.bodyFrom, to: line.bodyFrom + cut.length };
  });
}

interface StyleMatch {
  readonly style: MarkerStyle;
  readonly accepted: readonly MarkerCandidate[];
}

function bestStyle(
  candidates: readonly MarkerCandidate[],
  lines: readonly NumberedLine[],
  headed: boolean,
): StyleMatch | null {
  let best: StyleMatch | null = null;
  let most = 0;
  const numbers = new Set(lines.map((line) => line.number));
  for (const style of ['superscript', 'html', 'caret', 'bracket'] as const) {
    const accepted = accept(
      candidates.filter((candidate) => candidate.style === style),
      numbers,
    );
    const matched = new Set(accepted.filter(({ number }) => numbers.has(number)).map(({ number }) => number))
      .size;
    const enough = headed ? matched * 2 >= lines.length : matched * 3 >= lines.length * 2;
    if (matched > most && enough) {
      most = matched;
      best = { style, accepted };
    }
  }
  return best;
}

/** Strong candidates of the list's numbers; weak ones and unknown numbers only where the order wants them. */
function accept(candidates: readonly MarkerCandidate[], numbers: ReadonlySet<number>): MarkerCandidate[] {
  const largest = Math.max(...numbers);
  const strong = new Set(candidates.filter((c) => c.strength === 'strong').map((c) => c.number));
  const accepted: MarkerCandidate[] = [];
  let reached = 0;
  candidates.forEach((candidate, i) => {
    const { number } = candidate;
    const known = numbers.has(number);
    if (candidate.strength === 'strong' && known) accepted.push(candidate);
    else if (strong.has(number)) {
      // An unknown number that stands firmly: a note without its entry, if it goes on from the others.
      if (candidate.strength === 'weak' || !(number <= largest + 3 || follows(candidates, i, number))) return;
      accepted.push(candidate);
    } else if (known && number === reached + 1) accepted.push(candidate);
    else return;
    reached = Math.max(reached, number);
  });
  return accepted;
}

function follows(candidates: readonly MarkerCandidate[], i: number, number: number): boolean {
  return candidates[i - 1]?.number === number - 1 || candidates[i + 1]?.number === number + 1;
}
