import { check } from '../../support/check.ts';

describe('the evidence of a register', () => {
  it('names works that a bibliography has; that all are to be printed is no work', () =>
    check(
      `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
//- works.bib
@book{meyer2011, title = {Dockers}}
//- actors.yaml
guild: {name: Guild, cite: "@meyer2011, p. 3; @*; @⟦register-invalid|novak⟧"}
`,
      { only: ['register-invalid'] },
    ));
});
