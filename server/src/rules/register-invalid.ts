import type { Rule } from './rule.ts';

/** Found by the reader of registers; see `reading.ts`. */
export const registerInvalid: Rule = {
  code: 'register-invalid',
  severity: 'warning',
  title: 'Fault in an actor register',
  what: 'YAML that cannot be read in a register, an actor that is described wrongly, or a register that is not there.',
  why: 'What the register says of that actor is lost; the others are read all the same.',
  examples: [
    {
      title: 'No such register',
      fixture: `//- sicetnon.yaml
actors: [⟦register-invalid|people.yaml⟧]
`,
    },
    {
      title: 'A register',
      fixture: `//- sicetnon.yaml
actors: [people.yaml]
//- people.yaml
meyer:
  name: Lena Meyer
`,
    },
  ],
};
