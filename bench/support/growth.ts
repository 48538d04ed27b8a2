/** The growth of figures with the library: as a table of ratios, and as a plot with logarithmic axes. */

/** A figure at each size; NaN where it was not measured. */
export interface Curve {
  readonly name: string;
  readonly unit: string;
  /** A colour that is visible on white and on black. */
  readonly colour: string;
  readonly values: readonly number[];
}

const WIDTH = 640;
const HEIGHT = 360;
const EDGE = { left: 64, right: 190, top: 20, bottom: 44 };

/** An SVG for light and dark pages. A steeper line means that a tenfold library costs more. */
export function growthPlot(sizes: readonly number[], curves: readonly Curve[]): string {
  const all = curves.flatMap(({ values }) => values).filter((value) => value > 0);
  const [bottom, top] = [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))];
  const [first, last] = [Math.log10(sizes[0]!), Math.log10(sizes.at(-1)!)];
  const [width, height] = [WIDTH - EDGE.left - EDGE.right, HEIGHT - EDGE.top - EDGE.bottom];
  const across = (size: number) => EDGE.left + (width * (Math.log10(size) - first)) / (last - first || 1);
  const up = (power: number) => EDGE.top + height - (height * (power - bottom)) / (top - bottom || 1);
  const lines: string[] = [];
  for (let power = bottom; power <= top; power++)
    lines.push(
      `<path class="grid" d="M${EDGE.left} ${round(up(power))}h${width}"/>`,
      `<text x="${EDGE.left - 8}" y="${round(up(power) + 4)}" text-anchor="end">${10 ** power}</text>`,
    );
  for (const size of sizes)
    lines.push(
      `<path class="grid" d="M${round(across(size))} ${EDGE.top}v${height}"/>`,
      `<text x="${round(across(size))}" y="${HEIGHT - 22}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
    );
  lines.push(`<text x="${EDGE.left + width / 2}" y="${HEIGHT - 6}" text-anchor="middle">documents</text>`);
  let lastLabel = -Infinity;
  const drawn = curves
    .map((curve) => ({
      ...curve,
      points: curve.values.flatMap((value, i) =>
        value > 0 ? [{ x: across(sizes[i]!), y: up(Math.log10(value)) }] : [],
      ),
    }))
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => a.points.at(-1)!.y - b.points.at(-1)!.y);
  for (const { name, unit, colour, points } of drawn) {
    const end = points.at(-1)!;
    // Moves labels apart that would overlap.
    lastLabel = Math.max(end.y + 4, lastLabel + 15);
    lines.push(
      `<path fill="none" stroke="${colour}" stroke-width="2" d="M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}"/>`,
      ...points.map(({ x, y }) => `<circle cx="${round(x)}" cy="${round(y)}" r="3" fill="${colour}"/>`),
      `<text x="${round(end.x + 10)}" y="${round(lastLabel)}" style="fill:${colour}">${name}, ${unit}</text>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Costs of libraries of ${sizes.join(', ')} documents">
<style>text{font:12px system-ui,sans-serif;fill:#777}.grid{stroke:#888;stroke-opacity:.25}</style>
${lines.join('\n')}
</svg>
`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
