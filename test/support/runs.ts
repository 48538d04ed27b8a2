/** How many cases a property draws: `usual`, or `DRAWS` times as many, for whoever wants to look longer. */
export function runs(usual: number): number {
  return Math.ceil(usual * Number(process.env['DRAWS'] ?? 1));
}

/** One of how many cases that are there a property tries: `usual`, or fewer with more `DRAWS`. */
export function oneIn(usual: number): number {
  return Math.max(1, Math.round(usual / Number(process.env['DRAWS'] ?? 1)));
}
