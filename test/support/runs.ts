/** How many cases a property draws: `usual`, or `DRAWS` times as many, for whoever wants to look longer. */
export function runs(usual: number): number {
  return Math.ceil(usual * Number(process.env['DRAWS'] ?? 1));
}
