import assert from 'node:assert/strict';
import { check } from '../../support/check.ts';

/** A claim of a time, about an actor that was active at another. */
const claim = (name: string, active: string, when: string, more = ''): string => `//- sicetnon.yaml
actors: [actors.yaml, more.yaml]
//- more.yaml
${more}//- actors.yaml
them:
  name: ${name}
  active: ${active}
//- notes.md
[It won]{.claim #won about="them" when="${when}"} [@meyer2011].
`;
const early = (when: string) => `⟦actor-anachronism|${when}⟧`;

describe('a claim at a time when its actor was not active', () => {
  const told: [name: string, active: string, when: string, sentence: string][] = [
    ['Union of Workers', '1896/1933', '1889', '1889 is too early: the Union of Workers was active from 1896 to 1933, says the register.'],
    ['Union of Workers', '1896/1933', '1946', '1946 is too late: the Union of Workers was active from 1896 to 1933, says the register.'],
    ['Union of Workers', '1896', '1889', '1889 is too early: the Union of Workers was active in 1896, says the register.'],
    ['Union of Workers', '1896/..', '1889', '1889 is too early: the Union of Workers has been active since 1896, says the register.'],
    ['Union of Workers', '1896/', '1889', '1889 is too early: the Union of Workers has been active since 1896, says the register.'],
    ['Union of Workers', '../1933', '1946-05', 'May 1946 is too late: the Union of Workers was active until 1933, says the register.'],
    ['Union of Workers', '/1933', '1946', '1946 is too late: the Union of Workers was active until 1933, says the register.'],
    ['Dockers', '1896/..', '1889', '1889 is too early: Dockers have been active since 1896, says the register.'],
    ['Dockers', '1896/1933', '1889', '1889 is too early: Dockers were active from 1896 to 1933, says the register.'],
    ['Dockers', '../1933', '1946', '1946 is too late: Dockers were active until 1933, says the register.'],
  ]; // prettier-ignore
  for (const [name, active, when, sentence] of told)
    it(sentence, async () => {
      const [finding] = await check(claim(name, active, early(when)), { only: ['actor-anachronism'] });
      assert.ok(finding);
      assert.equal(finding.message, `${sentence} Correct the date, or name whom it speaks of.`);
      assert.equal(finding.severity, 'information');
      assert.equal(finding.related?.length, 1);
    });

  it('is a hint where its date is uncertain', async () => {
    const [finding] = await check(claim('Dockers', '1896/1933', early('1889?')), { only: ['actor-anachronism'] }); // prettier-ignore
    assert.equal(finding?.severity, 'hint');
  });

  const silent: [why: string, active: string, when: string, more?: string][] = [
    ['in it', '1896/1933', '1896'],
    ['in part in it', '1896/1933', '1930/1950'],
    ['near enough', '1896/1933', '1934~'],
    ['after a single date, which is a beginning', '1896', '1946'],
    ['that nobody can read', '1896/1933', 'long before'],
    ['while the register cannot be read', 'long ago', '1889'],
    [
      'where another entry of that id was active',
      '1896/1933',
      '1889',
      'them:\n  name: Others\n  active: 1880\n',
    ],
  ];
  for (const [why, active, when, more] of silent)
    it(`is not told ${why}`, () =>
      check(claim('Dockers', active, when, more), { only: ['actor-anachronism'] }));
});
