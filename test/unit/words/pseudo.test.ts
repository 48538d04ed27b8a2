import assert from 'node:assert/strict';
import { allRules } from '../../../server/src/rules/registry.ts';
import { workspaceOf } from '../../support/check.ts';
import { speakEnglish, speakPseudo, unsaidOf } from '../../support/pseudo-language.ts';

/** Rules with messages from rooms that do not say theirs yet. */
const NOT_YET: ReadonlySet<string> = new Set([
  // reasoning
  ...['claim-contradiction', 'claim-self-contradiction', 'claim-misreport', 'claim-commitment'],
  ...['value-invalid', 'date-invalid', 'register-invalid', 'actor-anachronism'],
  // yaml, bibliography, workspace
  ...[
    'front-matter-invalid',
    'style-unreadable',
    'bibliography-refused',
    'entry-unreadable',
    'project-invalid',
  ],
]);

describe('findings in another language', () => {
  before(speakPseudo);
  after(speakEnglish);

  for (const { code, examples } of allRules.filter((rule) => !NOT_YET.has(rule.code)))
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
const VALUES = 'actor ref supports /elsewhere/papers';
