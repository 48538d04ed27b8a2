import { placeKey } from '../reasoning/place.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import { SortedNames, type NearName } from '../text/sorted-names.ts';
import type { Library } from '../workspace/library.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

const PROJECT = `//- sicetnon.yaml
places: {Deptford: London}
`;

export const placeMisspelt: Rule = {
  code: 'place-misspelt',
  severity: 'information',
  title: deferred('Place that is probably misspelt'),
  what: deferred(
    'A `where` that neither `places` nor a register knows, and that is spelt almost like a place under `places` in the project file.',
  ),
  why: deferred(
    'A place under another name is another place: the claim is not compared with those of the place that you mean.',
  ),
  examples: [
    {
      title: 'A slip',
      fixture: `${PROJECT}//- notes.md
[It was trusted]{.claim #a where="⟦place-misspelt|Deptfort⟧"} [@meyer2011].
`,
    },
    {
      title: 'Letters that changed places',
      fixture: `${PROJECT}//- notes.md
[It was trusted]{.claim #a where="⟦place-misspelt|Lodnon⟧"} [@meyer2011].
`,
    },
    {
      title: 'The place itself, and another',
      fixture: `${PROJECT}//- notes.md
[It was trusted]{.claim #a where="deptford"} [@meyer2011]. [So it was there]{.claim #b where="Dartford"} [@meyer2011].
`,
    },
  ],
  *checkLinks({ path }, { library, reasoning }) {
    const { places } = library.project;
    if (places.size === 0) return;
    const known = knownPlaces(places);
    yield* reasoning.ask(path, { question: Question.place, basis: library.version }, ({ where }) => {
      if (!where || known.keys.has(placeKey(where.text))) return [];
      const near = known.names.nearest(where.text.trim());
      if (!near || !isSlip(where.text.trim(), near) || isInRegister(where.text, library)) return [];
      const message = say('“{place}” is none of the places of the project. Did you mean “{name}”?', {
        place: where.text,
        name: near.name,
      });
      const fixes = [
        {
          title: say('Write “{words}”', { words: near.name }),
          edits: [{ range: where.range, insert: near.name }],
        },
      ];
      // With quotation marks or braces in it the name could not be written into the attribute.
      return [{ range: where.range, message, ...(/["'{}\\]/.test(near.name) ? {} : { fixes }) }];
    });
  },
};

/** From this length on two wrong letters are a slip too. */
const LONG = 12;

/** One wrong letter, or two that changed places, but not the first: Dartford is not Deptford. */
function isSlip(written: string, { name, far }: NearName): boolean {
  const first = (word: string) => word.normalize('NFD').charAt(0).toLowerCase();
  if (written.length < 5 || first(written) !== first(name)) return false;
  return far === 1 || written.length >= LONG || areExchanged(written.toLowerCase(), name.toLowerCase());
}

/** Whether two words differ only in two neighbouring letters that changed places. */
function areExchanged(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function isInRegister(where: string, library: Library): boolean {
  const key = placeKey(where);
  for (const { actor } of library.allActors())
    if (
      [actor.name, ...actor.aliases].some(({ text }) => placeKey(text) === key) ||
      placeKey(actor.place ?? '') === key
    )
      return true;
  return false;
}

interface KnownPlaces {
  readonly keys: ReadonlySet<string>;
  readonly names: SortedNames;
}

/** Sorted once per project file. */
const sorted = new WeakMap<ReadonlyMap<string, string>, KnownPlaces>();

function knownPlaces(places: ReadonlyMap<string, string>): KnownPlaces {
  let known = sorted.get(places);
  if (!known) {
    const names = new Set([...places.keys(), ...places.values()]);
    known = { keys: new Set([...names].map(placeKey)), names: SortedNames.of(names) };
    sorted.set(places, known);
  }
  return known;
}
