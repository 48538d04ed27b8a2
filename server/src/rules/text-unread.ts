import type { Rule } from '../checking/rule.ts';
import type { UnreadReason } from '../syntax/nodes.ts';
import { MAX_DEPTH } from '../syntax/reading.ts';
import { deferred, say } from '../words/say.ts';

const MESSAGES: Readonly<Record<UnreadReason, string>> = {
  depth: deferred(
    'What stands here is nested more than {depth} levels deep and was not read: notes, citations and claims in it may be missing. Take away some of the quotations, lists, brackets or divs around it.',
  ),
  effort: deferred(
    'From here on this text was read in part only: before it so much begins and is not closed that reading all of it would take too long. Notes, citations and claims may be missing. Close the brackets and tags that stand open, write a backslash before those that are plain signs, or divide the text.',
  ),
};
const deep = '>'.repeat(MAX_DEPTH + 1);

export const textUnread: Rule = {
  code: 'text-unread',
  severity: 'warning',
  title: deferred('Text that was not read'),
  // 48 is MAX_DEPTH; a test compares.
  what: deferred(
    'The first place in a document that was not read, because it is nested more than 48 levels deep, or because too much before it begins and is never closed.',
  ),
  why: deferred(
    'What is not read is not checked either: that nothing is reported after such a place says nothing.',
  ),
  withoutFix: 'the text is nested too deep or too open to be read: only its writer can part it',
  examples: [
    { title: 'Nested too deep', fixture: `${deep}⟦text-unread|W⟧ords[^none].\n` },
    { title: 'Nested, and read', fixture: `${deep.slice(1)}Words.\n` },
  ],
  *checkDocument({ facts }) {
    for (const reason of ['depth', 'effort'] as const) {
      // Those of one block are not in the order of the text.
      let first: { from: number; to: number } | null = null;
      for (const place of facts.unread)
        if (place.reason === reason && (!first || place.range.from < first.from)) first = place.range;
      if (first) yield { range: first, message: say(MESSAGES[reason], { depth: MAX_DEPTH }) };
    }
  },
};
