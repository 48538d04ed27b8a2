/** The system's error message without the path: that is private to the machine, and reports may be shared. */
export function plainReason(reason: string): string {
  return reason.replace(/, [a-z]+(?: '[\s\S]*')?$/, '');
}
