/** What a claim is besides an assertion of fact, and what kind a conflict is: signs, and words for them. */
import type { ConflictNature } from '../../../server/src/protocol/pictures.ts';
import type { ClaimMark, ViewedClaim } from '../../../server/src/protocol/views.ts';

export const markSigns: Readonly<Record<ClaimMark, string>> = {
  question: '¿',
  norm: '§',
  share: '◔',
  part: '⊂',
  report: '↪',
};

export const markWords: Readonly<Record<ClaimMark, string>> = {
  question: 'a question',
  norm: 'a norm',
  share: 'of a share',
  part: 'a count of a part',
  report: 'a report',
};

export const natureSigns: Readonly<Record<ConflictNature, string>> = {
  misreport: '↪',
  member: '⊂',
  part: '⊂',
  question: '¿',
};

export const natureWords: Readonly<Record<ConflictNature, string>> = {
  misreport: 'a report against the text reported',
  member: 'a general claim against a member',
  part: 'a part counted larger than its whole',
  question: 'a question against a claim',
};

/** The signs of a claim, side by side. */
export function signsOf({ marks = [] }: Pick<ViewedClaim, 'marks'>): string {
  return marks.map((mark) => markSigns[mark]).join('');
}

/** The marks of a claim in words; for a report with who reports it. */
export function marksInWords({ marks = [], reportedBy }: Pick<ViewedClaim, 'marks' | 'reportedBy'>): string {
  return marks
    .map((mark) => (mark === 'report' && reportedBy !== null ? `reported by ${reportedBy}` : markWords[mark]))
    .join('; ');
}
