import type { ClaimRecord, Span, Time } from '../reasoning/model.ts';
import { isPlural, plainDate, withArticle } from '../reasoning/phrases.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import { subjectsOf } from '../reasoning/subjects.ts';
import { isTime, meet, type Times } from '../reasoning/time.ts';
import type { ActorAt } from '../workspace/registers.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

const PROJECT = `//- sicetnon.yaml
actors: [actors.yaml]
properties: {trusted: {type: boolean}}
//- actors.yaml
harbour-union:
  name: Union of Harbour Workers
  active: 1896/1933
ship-owners:
  name: League of Ship Owners
  active: 1890
`;

export const actorAnachronism: Rule = {
  code: 'actor-anachronism',
  severity: 'information',
  title: deferred('Claim about an actor at a time when it was not active'),
  what: deferred(
    'A claim whose `when` lies wholly outside the time that the register gives as `active` for an actor that the claim is about. Approximate dates are given the benefit of the doubt; a single date in `active` is taken for a beginning.',
  ),
  why: deferred(
    'Either a date is wrong, or another actor is meant: a forerunner, or whoever took over the name.',
  ),
  withoutFix: 'which of two dates is wrong only the sources tell',
  examples: [
    {
      title: 'Too early, and too late',
      fixture: `${PROJECT}//- notes.md
[The union led the strike]{.claim #strike about="harbour-union" when="⟦actor-anachronism|1889⟧"} [@meyer2011].

[Nobody trusted it]{.claim #distrust says="harbour-union.trusted = no" when="⟦actor-anachronism|1946/..⟧"} [@meyer2011].

[The owners met in secret]{.claim #owners about="ship-owners" when="⟦actor-anachronism|1870~⟧"} [@meyer2011].
`,
    },
    {
      title: 'In its time, or near it, or who knows',
      fixture: `${PROJECT}//- notes.md
[The union led the strike]{.claim #strike about="harbour-union" when="1896-11"} [@meyer2011].

[It was being founded]{.claim #founding about="harbour-union" when="1895~"} [@meyer2011].

[It won]{.claim #won about="harbour-union" when="1930/1950"} [@meyer2011].

[The owners met in secret]{.claim #owners about="ship-owners" when="1912"} [@meyer2011].
`,
    },
  ],
  *checkLinks({ path }, { library, reasoning }) {
    if (!library.tellsLifetimes) return;
    const inquiry = { question: Question.lifetime, basis: library.version, concerns: givesTime };
    yield* reasoning.ask(path, inquiry, function* (claim) {
      const { when } = claim;
      if (!when) return;
      const time = reasoning.times.read(when.text);
      if (!isTime(time)) return;
      for (const id of subjectsOf(claim)) {
        const entries = library.actors(id);
        if (entries.length === 0 || entries.some(({ actor }) => !actor.active)) continue;
        const lives = entries.map((entry) => lifeOf(entry, reasoning.times));
        if (lives.some((life) => life === null || meet(life, time.widest))) continue;
        const [{ path: register, actor }] = entries as [ActorAt];
        const early = time.widest.to < lives[0]!.from;
        yield {
          range: when.range,
          ...(time.uncertain ? { severity: 'hint' as const } : {}),
          message: outOfTime(when.text, early, actor.name.text, actor.active!.text),
          related: [
            {
              path: register,
              range: actor.active!.range,
              message: say('When {name} was active.', { name: actor.name.text }),
            },
          ],
        };
      }
    });
  },
};

function givesTime({ when }: ClaimRecord): boolean {
  return when !== null;
}

/** The longest possible lifetime of an actor; null where the register gives none. */
function lifeOf({ actor }: ActorAt, times: Times): Span | null {
  if (!actor.active) return null;
  const time = times.read(actor.active.text);
  if (!isTime(time)) return null;
  return { from: time.widest.from, to: isSpan(time) ? time.widest.to : Infinity };
}

/** Whether both ends are given: for a body founded in 1996 many write `active: 1996`. */
function isSpan(time: Time): boolean {
  return time.text.includes('/');
}

/** That a claim speaks of a time when its actor was not active, and when that was. */
function outOfTime(when: string, early: boolean, name: string, dates: string): string {
  const [from = '', to] = dates.trim().split('/');
  const values = {
    date: capital(plainDate(when)),
    early,
    the: withArticle(name) !== name,
    name,
    several: isPlural(name),
    from: plainDate(from),
    to: plainDate(to ?? ''),
  };
  if (to === undefined)
    return say(
      '{date} is too {early, select, true {early} other {late}}: {the, select, true {the } other {}}{name} {several, select, true {were} other {was}} active in {from}, says the register. Correct the date, or name whom it speaks of.',
      values,
    );
  if (to === '..' || to === '')
    return say(
      '{date} is too {early, select, true {early} other {late}}: {the, select, true {the } other {}}{name} {several, select, true {have} other {has}} been active since {from}, says the register. Correct the date, or name whom it speaks of.',
      values,
    );
  if (from === '..' || from === '')
    return say(
      '{date} is too {early, select, true {early} other {late}}: {the, select, true {the } other {}}{name} {several, select, true {were} other {was}} active until {to}, says the register. Correct the date, or name whom it speaks of.',
      values,
    );
  return say(
    '{date} is too {early, select, true {early} other {late}}: {the, select, true {the } other {}}{name} {several, select, true {were} other {was}} active from {from} to {to}, says the register. Correct the date, or name whom it speaks of.',
    values,
  );
}

/** A date in words may begin in lower case. */
function capital(date: string): string {
  return date.charAt(0).toUpperCase() + date.slice(1);
}
