/** What pages are called by the file, and by what is printed on them. */

/**
 * The labels of pages that may be believed: those that the file gives, unless it merely counts its pages, be it after a cover; else the printed
 * ones. Where both say something and disagree on more than a page or two, nothing is believed.
 */
export function agreedLabels(
  named: readonly (string | null)[],
  printed: readonly (string | null)[],
): (string | null)[] {
  const isCount = [0, 1].some((cover) =>
    named.every((label, index) => index < cover || label === null || label === `${index + 1 - cover}`),
  );
  const hasPrinted = printed.some((label) => label !== null);
  if (named.every((label) => label === null || label.trim() === '')) return [...printed];
  if (!hasPrinted) return isCount ? printed.map(() => null) : [...named];
  let same = 0;
  let other = 0;
  named.forEach((label, i) => {
    if (label === null || printed[i] === null) return;
    if (label.toLowerCase() === printed[i]!.toLowerCase()) same++;
    else other++;
  });
  if (other === 0) return named.map((label, i) => label ?? printed[i]!);
  if (isCount) return [...printed];
  return same > 10 * other
    ? named.map((label, i) => (printed[i] && label !== printed[i] ? null : label))
    : printed.map(() => null);
}
