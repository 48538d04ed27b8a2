import assert from 'node:assert/strict';
import { allRules } from '../../../server/src/rules/all.ts';
import { workspaceOf } from '../../support/check.ts';
import { speakEnglish, speakPseudo, unsaidOf } from '../../support/pseudo-language.ts';

describe('findings in another language', () => {
  before(speakPseudo);
  after(speakEnglish);

  for (const { code, examples } of allRules)
    it(`${code} says whole messages`, async () => {
      for (const { fixture } of examples) {
        const { service, files } = await workspaceOf(fixture);
        for (const { path } of files)
          for (const finding of service.check(path).findings) {
            const said = [finding.message, ...finding.related.map(({ message }) => message)];
            for (const message of said)
              assert.deepEqual(unsaidOf(message, `${fixture} ${VALUES}`), [], `${finding.code}: ${message}`);
          }
      }
    });
});

/** Values that are written in no example: notation, names of files. */
const VALUES =
  'open accepted rejected withdrawn off hint information warning error apa chicago-author-date chicago-note-bibliography harvard-cite-them-right modern-language-association lee2011 franceschini2014 actor ref supports bibliography yes /elsewhere/papers';
