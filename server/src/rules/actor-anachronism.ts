import type { ClaimRecord, Span, Time } from '../reasoning/model.ts';
import { isPlural, plainDate, withArticle } from '../reasoning/phrases.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import { subjectsOf } from '../reasoning/subjects.ts';
import { isTime, meet, type Times } from '../reasoning/time.ts';
import type { ActorAt } from '../workspace/registers.ts';
import type { Rule } from '../checking/rule.ts';

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
  title: 'Claim about an actor at a time when it was not active',
  what: 'A claim whose `when` lies wholly outside the time that the register gives as `active` for an actor that the claim is about. Approximate dates are given the benefit of the doubt; a single date in `active` is taken for a beginning.',
  why: 'Either a date is wrong, or another actor is meant: a forerunner, or whoever took over the name.',
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
          message: `${capital(plainDate(when.text))} is too ${early ? 'early' : 'late'}: ${active(actor.name.text, actor.active!.text)}, says the register. Correct the date, or name whom it speaks of.`,
          related: [
            { path: register, range: actor.active!.range, message: `When ${actor.name.text} was active.` },
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

/** `the Office of Labour was active from 1950 to 1960`, `Dockers have been active since 1896`. */
function active(name: string, dates: string): string {
  const who = withArticle(name);
  const [from = '', to] = dates.trim().split('/');
  const was = isPlural(name) ? 'were' : 'was';
  if (to === undefined) return `${who} ${was} active in ${plainDate(from)}`;
  if (to === '..' || to === '')
    return `${who} ${isPlural(name) ? 'have' : 'has'} been active since ${plainDate(from)}`;
  if (from === '..' || from === '') return `${who} ${was} active until ${plainDate(to)}`;
  return `${who} ${was} active from ${plainDate(from)} to ${plainDate(to)}`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
