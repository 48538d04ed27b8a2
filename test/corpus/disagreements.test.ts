import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Service } from '../../server/src/service.ts';
import { workspaceFrom } from '../support/check.ts';
import { corpus } from '../support/corpus.ts';

/** Three disagreements of the texts, in words of our own. */
const NOTES = `[In general such groups turn the workers away from one another]{.claim #divert by="@lee2011"
about="labour-ngos" says="effect-on-solidarity = diverts"} [@lee2011].

[Those from Hong Kong bring them together]{.claim #together by="@pringle2018" about="hong-kong-lngos"
says="effect-on-solidarity = builds"} [@pringle2018].

[Distrust shows itself again and again]{.claim #distrust by="@franceschini2014" about="labour-ngos"
says="counted-on != all"} [@franceschini2014].

[Time and again the workers count on them]{.claim #trust by="@pringle2018" about="labour-ngos"
says="counted-on = some"} [@pringle2018].

[By definition it joins the Party to those who work]{.claim #definition by="@ye2020" about="acftu"
says="defined-as = bridge"} [@ye2020].

[As they have lived it, it belongs to capital]{.claim #lived by="@froissart2005" about="acftu"
says="lived-as = capital"} [@froissart2005].
`;
const DECLARED = `properties:
  counted-on: {type: boolean, share: true}
  defined-as: {type: choice, of: [bridge, capital], mood: norm}
  lived-as: {type: choice, of: [bridge, capital]}
`;

describe('three disagreements of the annotated texts', () => {
  async function opened(context: Mocha.Context): Promise<Service> {
    const folder = corpus(context, 'annotated');
    const files: Record<string, string> = {};
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (/\.(?:md|yaml|bib)$/.test(name))
        files[name.split(path.sep).join('/')] = readFileSync(path.join(folder, name), 'utf8');
    files['sicetnon.yaml'] = files['sicetnon.yaml']!.replace('properties:\n', DECLARED);
    files['notes/three.md'] = NOTES;
    return workspaceFrom(files);
  }

  it('are told with the weight that they have: a hint by way of part and whole, and twice peace', async function () {
    const service = await opened(this);
    const lineOf = (words: string) => NOTES.slice(0, NOTES.indexOf(words)).split('\n').length - 1;
    const at = (words: string) =>
      service.check('notes/three.md').findings.filter(({ range }) => range.start.line === lineOf(words));
    const [hint, ...more] = at('[Those from');
    assert.deepEqual([hint?.code, hint?.severity, more.length], ['claim-contradiction', 'hint', 0]);
    assert.match(hint!.message, /Hong Kong labour NGOs are part of Labour NGOs in mainland China\./);
    assert.ok(
      hint!.related.some(
        (place) => place.path === 'notes/three.md' && place.range.start.line === lineOf('[In general'),
      ),
    );
    for (const words of ['[Distrust', '[Time and again', '[By definition', '[As they have'])
      assert.deepEqual(at(words), [], words);
  });

  it('would be told if they said more', async function () {
    const service = await opened(this);
    const told = (from: string, to: string) => {
      service.open('notes/three.md', NOTES.replace(from, to));
      return service
        .check('notes/three.md')
        .findings.filter(({ severity }) => severity === 'warning')
        .map(({ code }) => code);
    };
    const before = told('', '');
    assert.deepEqual(told('counted-on = some', 'counted-on = all'), [...before, 'claim-contradiction']);
    assert.deepEqual(told('lived-as = capital', 'defined-as = capital'), [...before, 'claim-contradiction']);
  });
});
