/** What a claim is besides an assertion of fact, and what kind a conflict is: signs, and words for them. */
import type { ConflictNature } from '../../../server/src/protocol/pictures.ts';
import type { ClaimMark, ViewedClaim } from '../../../server/src/protocol/views.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

export const markSigns: Readonly<Record<ClaimMark, string>> = {
  question: '¿',
  norm: '§',
  share: '◔',
  part: '⊂',
  report: '↪',
};

/** Messages. */
export const markWords: Readonly<Record<ClaimMark, string>> = {
  question: deferred('a question'),
  norm: deferred('a norm'),
  share: deferred('of a share'),
  part: deferred('a count of a part'),
  report: deferred('a report'),
};

export const natureSigns: Readonly<Record<ConflictNature, string>> = {
  misreport: '↪',
  member: '∈',
  part: '⊂',
  question: '¿',
};

/** Messages. */
export const natureWords: Readonly<Record<ConflictNature, string>> = {
  misreport: deferred('a report against the text reported'),
  member: deferred('a general claim against a member'),
  part: deferred('a part counted larger than its whole'),
  question: deferred('a question against a claim'),
};

/** The signs of a claim, side by side. */
export function signsOf({ marks = [] }: Pick<ViewedClaim, 'marks'>): string {
  return marks.map((mark) => markSigns[mark]).join('');
}

/** The marks of a claim in words; for a report with who reports it. */
export function marksInWords({ marks = [], reportedBy }: Pick<ViewedClaim, 'marks' | 'reportedBy'>): string {
  return marks
    .map((mark) =>
      mark === 'report' && reportedBy !== null
        ? say('reported by {reporter}', { reporter: reportedBy })
        : say(markWords[mark]),
    )
    .join('; ');
}
