import type { Proposition } from '../reasoning/model.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import { SortedNames } from '../text/sorted-names.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

const PROJECT = `//- sicetnon.yaml
actors: [actors.yaml]
properties:
  members: {type: quantity, unit: person}
//- actors.yaml
harbour-union: {name: Union of Harbour Workers}
`;

export const propertyUndeclared: Rule = {
  code: 'property-undeclared',
  severity: 'information',
  title: deferred('Property that no vocabulary declares'),
  what: deferred(
    'A property in `says` that is not declared under `properties` in the project file. Reported at its first use in a document.',
  ),
  why: deferred(
    'It is compared by the shape of its values only: without a declaration nobody knows its unit, its choices, or how exact it is. Often it is a misspelt one.',
  ),
  examples: [
    {
      title: 'A slip, reported once',
      fixture: `${PROJECT}//- notes.md
[It had 82 members]{.claim #a about="harbour-union" says="⟦property-undeclared|member⟧ = 82" when="1896"} [@meyer2011].

[It had 90 members]{.claim #b about="harbour-union" says="member = 90" when="1897"} [@meyer2011].
`,
    },
    {
      title: 'Declared',
      fixture: `${PROJECT}//- notes.md
[It had 82 members]{.claim #a about="harbour-union" says="members = 82"} [@meyer2011].
`,
    },
  ],
  *checkLinks({ path }, { library, reasoning }) {
    if (!library.hasProject) return;
    const { properties } = library.project;
    const reported = new Set<string>();
    const isUndeclared = ({ property }: Proposition) => !properties.has(property.text);
    const undeclared = reasoning.ask(
      path,
      {
        question: Question.property,
        basis: library.version,
        concerns: (claim) => reasoning.sayings.of(claim).some(isUndeclared),
      },
      (claim) => reasoning.sayings.of(claim).filter(isUndeclared),
    );
    for (const { property } of undeclared) {
      if (reported.has(property.text)) continue;
      reported.add(property.text);
      const near = inOrder(properties).nearest(property.text)?.name;
      yield {
        range: property.range,
        message: near
          ? say('The property “{property}” is not declared in the project file. Did you mean “{name}”?', {
              property: property.text,
              name: near,
            })
          : say(
              'The property “{property}” is not declared in the project file; it is compared by the shape of its values. Declare it under “properties”, with its type.',
              { property: property.text },
            ),
      };
    }
  },
};

/** The declared properties sorted once per project: one with thousands may have as many misspellings. */
const ordered = new WeakMap<ReadonlyMap<string, unknown>, SortedNames>();

function inOrder(properties: ReadonlyMap<string, unknown>): SortedNames {
  let names = ordered.get(properties);
  if (!names) ordered.set(properties, (names = SortedNames.of(properties.keys())));
  return names;
}
