import assert from 'node:assert/strict';
import { allRules } from '../../../server/src/rules/all.ts';
import { workspaceOf } from '../../support/check.ts';

/** The rules of whose findings nothing can be mended by a program, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'actor-anachronism': 'which of two dates is wrong only the sources tell',
  'actor-duplicate-alias': 'whose name it is only the person knows',
  'actor-unmentioned': 'an actor may be registered before anybody speaks of it',
  'author-undefined': 'it stands in a text as found, which is kept as it is',
  'bibliography-refused': 'what would have to be changed lies outside of the text',
  'claim-circular': 'which of the claims rests on something else only the person knows',
  'claim-rests-on-rejected': 'what else it rests on only the person knows',
  'claim-single-source': 'a second source has to be found',
  'claim-two-minded': 'which of the two relations is meant only the person knows',
  'date-invalid': 'what date is meant only the source tells',
  'encoding-guessed': 'how the file is encoded only the person knows, and its editor saves it otherwise',
  'entry-duplicate': 'which of the entries is right only the person knows',
  'entry-uncited': 'an entry may wait to be cited',
  'entry-unreadable': 'the entry lies in another file, broken',
  'file-unreadable': 'the file cannot be read, so that nothing is written into it',
  'footnote-duplicate': 'which of the notes is called only the person knows',
  'front-matter-invalid': 'what is meant cannot be told from broken YAML',
  'ibid-ambiguous': 'which work is meant only the person knows',
  'note-order': 'it stands in a text as found, which is kept as it is',
  'found-partly': 'it tells what was not understood of a text as found',
  'note-undefined': 'it stands in a text as found, which is kept as it is',
  'note-unused': 'it stands in a text as found, which is kept as it is',
  'project-invalid': 'what is meant cannot be told from a broken line',
  'quote-absent': 'the words are in no place of the work: there is nothing to put in their stead',
  'quote-shortened': 'what the writer left out, and whether that was meant, only the writer knows',
  'reference-ambiguous': 'it stands in a text as found, which is kept as it is',
  'reference-duplicate': 'it stands in a text as found, which is kept as it is',
  'reference-uncited': 'it stands in a text as found, which is kept as it is',
  'reference-undefined': 'it stands in a text as found, which is kept as it is',
  'register-invalid': 'what is meant cannot be told from a broken entry',
  'resolution-incomplete': 'the other side of the conflict only the person knows',
  'style-unreadable': 'a citation style has to be found or mended outside',
  'text-unread': 'the text is nested too deep or too open to be read: only its writer can part it',
  'quote-unchecked': 'it tells what was not looked at, and the text that is missing must be found',
  'value-invalid': 'the value that is meant only the person knows',
};

/** The titles of what mends findings of a rule in its examples. */
async function offered(code: string): Promise<string[]> {
  const rule = allRules.find((each) => each.code === code)!;
  const mends: string[] = [];
  for (const { fixture } of rule.examples) {
    const { service, files } = await workspaceOf(fixture);
    for (const { path, text } of files) {
      service.open(path, text);
      await service.settle();
      for (const finding of service.check(path).findings.filter((each) => each.code === code)) {
        const fixes = service.actions(path, finding.range, (kind) => kind === 'quickfix');
        for (const { title, fixes: gone = [], concerns = [] } of fixes)
          if ([...gone, ...concerns].some((each) => each.code === code) && !/^Disable/.test(title))
            mends.push(title);
      }
    }
  }
  return mends;
}

describe('What can be done about a finding', () => {
  for (const { code } of allRules)
    it(`of ${code}`, async () => {
      const mends = await offered(code);
      if (code in WITHOUT) assert.deepEqual(mends, [], `${code} has a fix now: strike it from the list`);
      else assert.notDeepEqual(mends, [], `${code} has no fix, and no reason why`);
    });
});
