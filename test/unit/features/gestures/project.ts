import assert from 'node:assert/strict';
import { outcomeOf } from '../../../support/check-gesture.ts';
import type { Gesture } from '../../../../server/src/protocol/gestures.ts';

/** A project with two works and two actors. */
export const PROJECT = `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
//- works.bib
@book{maes1931, author = {Maes, Jan}, title = {Looms of the North}, year = {1931}}
@article{roux1950, author = {Roux, Élise and Maes, Jan}, title = {A Ledger of Fines}, year = {1950}}
//- actors.yaml
weavers:
  name: Weavers’ Union of Ghent
  aliases: [the Union, Weversbond]
town:
  name: Ghent
//- main.md
`;

/** The refusal of a gesture, as its sentence. */
export async function refusal(fixture: string, gesture: Gesture): Promise<string> {
  const outcome = await outcomeOf(fixture, gesture);
  assert.ok(outcome.status === 'refused', 'it is refused');
  return outcome.why;
}
