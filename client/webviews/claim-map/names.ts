/** The names of claims when the map is zoomed out: in one font size, without breaking words. Pure. */
import type { MapNode } from '../../../server/src/protocol/pictures.ts';
import { signsOf } from '../shared/marks.ts';
import { signs } from '../shared/standing.ts';
import type { Measure } from '../shared/wrap.ts';

const MOST_LINES = 3;
const SIZES = [36, 32, 28, 24, 20];
/** One in so many names may be truncated to allow a font that is so many times larger. */
const ONE_IN = 10;
const MUCH = 1.5;

/** The name of a claim from afar, after the signs that it has near by: colour alone would tell them. */
export function nameOf(node: MapNode): string {
  const both = standingSign(node) + signsOf(node.claim);
  return [both, node.claim.label].filter(Boolean).join(' ');
}

/** The sign of a claim's standing; empty for the ordinary ones. */
export function standingSign({ claim, contradictsItself }: MapNode): string {
  return contradictsItself ? '✕' : signs[claim.standing];
}

/**
 * The largest font size at which all names fit; where that is much smaller, the largest at which all but a few do.
 * `measure` is for ten pixels.
 */
export function nameSize(labels: readonly string[], width: number, measure: Measure): number {
  const [smallest] = SIZES.slice(-1) as [number];
  const cutAt = (size: number) =>
    labels.filter((label) => !nameLines(label, (width * 10) / size, measure).isWhole).length;
  const nearly = SIZES.find((size) => cutAt(size) * ONE_IN <= labels.length) ?? smallest;
  const whole = SIZES.find((size) => size <= nearly && cutAt(size) === 0);
  return whole !== undefined && whole * MUCH >= nearly ? whole : nearly;
}

/**
 * A name in lines of that width, broken only after hyphens. What does not fit is truncated with an ellipsis, and
 * `whole` is false.
 */
export function nameLines(
  label: string,
  width: number,
  measure: Measure,
): { readonly lines: readonly string[]; readonly isWhole: boolean } {
  const lines: string[] = [];
  let line = '';
  let isWhole = true;
  for (const part of label.match(/[^-_\s]*[-_\s]+|[^-_\s]+/g) ?? [label]) {
    if (line !== '' && measure((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line === '' && measure(part.trimEnd()) > width) {
      isWhole = false;
      lines.push(cut(part, width, measure));
    } else line += part;
  }
  if (line !== '') lines.push(line.trimEnd());
  if (lines.length <= MOST_LINES) return { lines, isWhole };
  const shown = lines.slice(0, MOST_LINES);
  shown[MOST_LINES - 1] = cut(`${shown[MOST_LINES - 1]!} `, width, measure);
  return { lines: shown, isWhole: false };
}

function cut(words: string, width: number, measure: Measure): string {
  const letters = [...words];
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop();
  return `${letters.join('').replace(/[-_\s]+$/, '')}…`;
}
