import assert from 'node:assert/strict';
import { whatItReports } from '../../../server/src/checking/rule-words.ts';
import { MOST_TOLD } from '../../../server/src/reasoning/conflict-tally.ts';
import { FEWER_RIVALS, MOST_PARTS_COMPARED, MOST_RIVALS } from '../../../server/src/reasoning/rivals.ts';
import { claimContradiction } from '../../../server/src/rules/claim-contradiction.ts';
import { textUnread } from '../../../server/src/rules/text-unread.ts';
import { MAX_DEPTH } from '../../../server/src/syntax/reading.ts';

describe('the limits that descriptions of rules name', () => {
  it('are those of the code', () => {
    assert.ok(whatItReports(textUnread).includes(`more than ${MAX_DEPTH} levels`));
    assert.ok(whatItReports(claimContradiction).includes(`the first ${MOST_TOLD}.`));
    assert.ok(
      whatItReports(claimContradiction).includes(
        `Up to ${MOST_RIVALS} are counted, and up to ${FEWER_RIVALS} where more than ${MOST_RIVALS} claims`,
      ),
    );
    assert.ok(whatItReports(claimContradiction).includes(`up to ${MOST_PARTS_COMPARED} others`));
  });
});
