import { deferred, say } from '../../../server/src/words/say.ts';

const CONFLICTS = deferred(
  '{count, plural, one {# more conflict is not shown.} other {# more conflicts are not shown.}}',
);

/** What a picture leaves out, by the message for the `{count}` of its rows; '' for nothing. */
export function leftOutSentences(
  { leftOut, conflictsLeftOut }: { readonly leftOut: number; readonly conflictsLeftOut: number },
  message: string,
): string {
  const rows = leftOut > 0 ? [say(message, { count: leftOut })] : [];
  const conflicts = conflictsLeftOut > 0 ? [say(CONFLICTS, { count: conflictsLeftOut })] : [];
  return [...rows, ...conflicts].join(' ');
}

/** A count of claims and of open conflicts. */
export function claimsAndConflicts(claims: number, conflicts: number): string {
  return say(
    '{claims, plural, one {# claim} other {# claims}}, {conflicts, plural, one {# open conflict} other {# open conflicts}}',
    { claims, conflicts },
  );
}
