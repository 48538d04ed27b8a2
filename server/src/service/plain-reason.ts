/**
 * Why a file could not be read, in the words of the machine but without the place that these name: it is the
 * machine's own, and no business of whoever reads a report.
 */
export function plainReason(reason: string): string {
  return reason.replace(/, [a-z]+(?: '[\s\S]*')?$/, '');
}
