/** A count in words: `1 row`, `1,000 rows`. */
export function counted(count: number, one: string): string {
  return `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
}

/** What a picture leaves out, with what can be done; '' for nothing. */
export function leftOutSentences(
  { leftOut, conflictsLeftOut }: { readonly leftOut: number; readonly conflictsLeftOut: number },
  one: string,
  advice = '',
): string {
  const things = leftOut > 0 ? [`${leftOutWords(leftOut, one)}${advice}.`] : [];
  const conflicts = conflictsLeftOut > 0 ? [`${leftOutWords(conflictsLeftOut, 'conflict')}.`] : [];
  return [...things, ...conflicts].join(' ');
}

/** A count of things left out: `204,610 more rows are not shown`. */
export function leftOutWords(count: number, one: string): string {
  return `${counted(count, `more ${one}`)} ${count === 1 ? 'is' : 'are'} not shown`;
}
