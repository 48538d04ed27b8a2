/** Suppression comments (notation, section 7): which findings they silence, and which of them silence none. */
import type { Suppression } from '../facts/model.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Finding } from './rule.ts';

/** A finding that a comment silences, with the reason that the comment gives. */
export interface SilencedFinding {
  readonly finding: Finding;
  readonly reason: string | null;
}

export interface Sifted {
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
  /** Comments that silenced nothing; `disable` counts, `enable` does not. */
  readonly idle: readonly Suppression[];
}

/**
 * Sifts `findings` by the comments of their document. `disable-next-line` counts for findings that begin on
 * the next line with words on it; `disable` from the comment to an `enable` that names the same rule (or
 * none), or to the end.
 */
export function sift(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  lines: LineIndex,
): Sifted {
  if (suppressions.length === 0) return { findings, silenced: [], idle: [] };
  const areas = suppressions.flatMap((suppression) => areaOf(suppression, suppressions, lines));
  const kept: Finding[] = [];
  const silenced: SilencedFinding[] = [];
  const busy = new Set<Suppression>();
  for (const finding of findings) {
    const by = areas.find(
      ({ suppression, from, to }) =>
        from <= finding.range.from && finding.range.from < to && names(suppression, finding.code),
    );
    if (!by) kept.push(finding);
    else {
      busy.add(by.suppression);
      silenced.push({ finding, reason: by.suppression.reason });
    }
  }
  const idle = suppressions.filter((suppression) => suppression.kind !== 'enable' && !busy.has(suppression));
  return { findings: kept, silenced, idle };
}

interface Area {
  readonly suppression: Suppression;
  readonly from: number;
  readonly to: number;
}

function areaOf(suppression: Suppression, all: readonly Suppression[], lines: LineIndex): Area[] {
  switch (suppression.kind) {
    case 'enable':
      return [];
    case 'disable-file':
      return [{ suppression, from: 0, to: Infinity }];
    case 'disable-next-line': {
      const line = nextLine(suppression, all, lines);
      return [{ suppression, from: lines.lineStart(line), to: lines.lineEnd(line) + 1 }];
    }
    case 'disable': {
      const end = all.find(
        (other) =>
          other.kind === 'enable' &&
          other.range.from > suppression.range.from &&
          (other.rules.length === 0 ||
            suppression.rules.every((rule) => other.rules.some((enabled) => enabled.text === rule.text))),
      );
      return [{ suppression, from: suppression.range.from, to: end?.range.from ?? Infinity }];
    }
  }
}

/** The next line that is not empty nor begins with such a comment itself: several may stand above one line. */
function nextLine(suppression: Suppression, all: readonly Suppression[], lines: LineIndex): number {
  let line = lines.lineAt(suppression.range.to) + 1;
  for (; line < lines.lineCount; line++) {
    const start = lines.lineStart(line);
    if (start === lines.lineEnd(line)) continue;
    const above = all.find(({ range }) => range.from === start);
    if (!above) break;
    line = lines.lineAt(above.range.to);
  }
  return line;
}

function names(suppression: Suppression, code: string): boolean {
  return suppression.rules.length === 0 || suppression.rules.some((rule) => rule.text === code);
}
