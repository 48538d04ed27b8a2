import assert from 'node:assert/strict';
import { workspaceOf } from '../../support/check.ts';
import { A, HINT, holds, M, messages, PROJECT, told, WARN } from '../../support/disagreements.ts';

describe('disagreement', () => {
  describe('of parts and wholes', () => {
    holds(
      'is none of a town and its province',
      `[82]{.claim ${M} about="union" says="members = 82" when="2004" where="Danjing"} [@meyer2005].

[4000]{.claim ${A} about="union" says="members = 4000" when="2004" where="Sichuan"} [@adler2018].
`,
    );
    holds(
      'is none of a month and its year',
      `[20]{.claim ${M} about="groups" says="strikes = 20" when="2004-10"} [@meyer2005].

[150]{.claim ${A} about="groups" says="strikes = 150" when="2004"} [@adler2018].
`,
    );
    holds(
      'is of a part that is larger',
      `⟦${HINT}|[4000]⟧{.claim ${M} about="union" says="members = 4000" where="Danjing"} [@meyer2005].

⟦${WARN}|[82]⟧{.claim ${A} about="union" says="members = 82" where="Sichuan"} [@adler2018].
`,
    );
    it('says so', async () => {
      const [, message] = await messages(`${PROJECT()}//- notes.md
[4000]{.claim ${M} about="union" says="members = 4000" where="Danjing"} [@meyer2005].

[82]{.claim ${A} about="union" says="members = 82" where="Sichuan"} [@adler2018].
`);
      assert.equal(
        message,
        'Union of Dockers members: Adler (2018) says 82, Meyer (2005) 4000. What the second counts is a part of the other, and larger. The first speaks of Sichuan, the second of Danjing; neither gives a time, the works are of 2018 and 2005, and nothing here settles it.',
      );
    });
  });

  describe('of some, most and all', () => {
    holds(
      'is none of some and most',
      `[Some]{.claim ${M} about="groups" says="trusted = some"} [@meyer2005].

[Most]{.claim ${A} about="groups" says="trusted = most"} [@adler2018].
`,
    );
    holds(
      'is of few and most',
      `⟦${HINT}|[Few]⟧{.claim ${M} about="pilots" says="trusted = few"} [@meyer2005].

⟦${WARN}|[Most]⟧{.claim ${A} about="pilots" says="trusted = Most"} [@adler2018].
`,
    );
    it('is told in words', async () => {
      const [, message] = await messages(`${PROJECT()}//- notes.md
[Few]{.claim ${M} about="pilots" says="trusted = few" when="1990"} [@meyer2005].

[Most]{.claim ${A} about="pilots" says="trusted > 60%" when="1990"} [@adler2018].
`);
      assert.equal(
        message,
        'Pilots trusted: Adler (2018) says more than 60%, Meyer (2005) few. Both speak of 1990, and nothing here settles it.',
      );
    });
    holds(
      'is told of what is no share',
      `[Many]{.claim ${M} about="groups" says="trusted = ⟦value-invalid warning|many⟧; trusted = ⟦value-invalid warning|120%⟧; trusted = ⟦value-invalid warning|60⟧"} [@meyer2005].
`,
    );
  });

  describe('of hedged numbers', () => {
    holds(
      'is by what the hedge says',
      `[A]{.claim ${M} about="union" says="crew = about 1000" when="1990"} [@meyer2005].

⟦${HINT}|[B]⟧{.claim ${M} about="union" says="crew = over 1000" when="1991"} [@meyer2005].

[C]{.claim ${A} about="union" says="crew = 950" when="1990"} [@adler2018].

⟦${WARN}|[D]⟧{.claim ${A} about="union" says="crew = at most 900" when="1991"} [@adler2018].
`,
    );
    holds(
      'is told of units that nothing compares, and of bounds of bounds',
      `[A]{.claim ${M} about="union" says="crew = ⟦value-invalid information|1000 households⟧; crew > ⟦value-invalid warning|over 1000⟧; crew = ⟦value-invalid warning|over 10..20⟧; crew = 1000+"} [@meyer2005].
`,
    );
  });

  it('names the units that nothing compares', async () => {
    const { service } = await workspaceOf(`${PROJECT()}//- notes.md
[A]{.claim ${M} about="union" says="crew = 1000 households"} [@meyer2005].
`);
    assert.deepEqual(
      service.check('notes.md').findings.map(({ message }) => message),
      [
        'crew is declared in “person”, with which “households” cannot be compared: this is compared only with what has the same unit.',
      ],
    );
  });

  describe('of kinds and members', () => {
    holds(
      'is a hint',
      `⟦${HINT}|[Labour groups never build solidarity]⟧{.claim ${M} about="groups" says="builds-solidarity = no"} [@meyer2005].

⟦${HINT}|[The harbour groups do]⟧{.claim ${A} about="harbour-groups" says="builds-solidarity = yes"} [@adler2018].

⟦${HINT}|[Choirs do]⟧{.claim ${A} about="choirs" says="builds-solidarity = yes"} [@adler2018].
`,
    );
    it('names the relation', async () => {
      const told = await messages(`${PROJECT()}//- notes.md
[Never]{.claim ${M} about="groups" says="builds-solidarity = no"} [@meyer2005].

[Do]{.claim ${A} about="choirs" says="builds-solidarity = yes"} [@adler2018].
`);
      assert.deepEqual(told, [
        'Builds solidarity: Meyer (2005) says no of Labour groups, Adler (2018) yes of Choirs. It is told at the other claim.',
        'Builds solidarity: Adler (2018) says yes of Choirs, Meyer (2005) no of Labour groups. Choirs are a kind of Labour groups. Neither gives a time, the works are of 2018 and 2005, and nothing here settles it.',
      ]);
    });
    holds(
      'is more than a hint where the general claim says none',
      `⟦${HINT}|[None]⟧{.claim ${M} about="groups" says="trusted = none"} [@meyer2005].

⟦${WARN}|[The harbour groups]⟧{.claim ${A} about="harbour-groups" says="trusted = some"} [@adler2018].
`,
    );
    holds(
      'is none of founding dates, and of counts that do not add up',
      `[A]{.claim ${M} about="groups" says="founded = 1990; crew = 5"} [@meyer2005].

[B]{.claim ${A} about="harbour-groups" says="founded = 1995; crew = 9"} [@adler2018].
`,
    );
    it('is told of relations that lead back', async () => {
      assert.match(
        await told(
          `//- sicetnon.yaml\nactors: [a.yaml]\n//- a.yaml\na: {name: Alpha, relations: {part-of: [b]}}\nb: {name: Beta, relations: {kind-of: [a]}}\n`,
          /register-invalid/,
        ),
        /part-of: \[⟦register-invalid warning\|b⟧\].*\n.*kind-of: \[⟦register-invalid warning\|a⟧\]/,
      );
    });
  });

  describe('with questions', () => {
    holds(
      'is a hint, and convicts nobody',
      `⟦${HINT}|[Was it trusted after all?]⟧{.claim ${M} about="union" says="trusted = yes" status="open"} [@meyer2005].

⟦${HINT}|[It was not]⟧{.claim ${M} about="union" says="trusted = no"} [@meyer2005].
`,
    );
    holds(
      'of the writer is no error',
      `⟦${HINT}|[Was it?]⟧{.claim about="union" says="trusted = yes" status="open"}.

⟦${HINT}|[It was not]⟧{.claim about="union" says="trusted = no"} [@meyer2005].
`,
      'rules: {claim-unsupported: off}\n',
    );
    holds(
      'commits nobody to what would follow',
      `[If the owners pay, the strike ends]{.claim ${M} status="open" implies="#ends"} [@meyer2005].

⟦${WARN}|[The strike ends]⟧{.claim #ends ${A} contradicts="#lasts"} [@adler2018].

⟦${HINT}|[The strike lasts]⟧{.claim #lasts ${M}} [@meyer2005].
`,
    );
  });

  describe('of norm and fact', () => {
    holds(
      'is none',
      `[By statute]{.claim ${M} about="union" says="should-serve = workers"} [@meyer2005].

[In fact]{.claim ${A} about="union" says="serves = capital"} [@adler2018].
`,
    );
    it('of two norms is told as what ought to be', async () => {
      const { service } = await workspaceOf(`${PROJECT()}//- notes.md
[By statute]{.claim #a ${M} about="union" says="should-serve = workers"} [@meyer2005].

[By decree]{.claim #b ${A} about="union" says="should-serve = capital"} [@adler2018].
`);
      assert.match(
        service.check('notes.md').findings[0]!.message,
        /^Union of Dockers should serve: Meyer \(2005\) says workers, Adler \(2018\) capital/,
      );
    });
  });

  describe('of works far apart', () => {
    const notes = (
      when: string,
    ) => `[No]{.claim ${M} about="union" says="builds-solidarity = no"${when}} [@meyer2005].

[Yes]{.claim ${A} about="union" says="builds-solidarity = yes"} [@adler2018].
`;
    const severities = async (more: string, when = '') =>
      (await told(`${PROJECT(more)}//- notes.md\n${notes(when)}`)).match(/claim-contradiction \w+/g);
    it('is a hint beyond the span, where neither gives a time', async () => {
      assert.deepEqual(await severities('timeless-span: 10\n'), [HINT, HINT]);
      assert.deepEqual(await severities('timeless-span: 13\n'), [HINT, WARN]);
      assert.deepEqual(await severities(''), [HINT, WARN]);
      assert.deepEqual(await severities('timeless-span: 10\n', ' when="1990"'), [HINT, WARN]);
    });
  });

  describe('of dates and places', () => {
    holds(
      'is of a value and its denial',
      `⟦${HINT}|[One]⟧{.claim ${M} about="union" says="founded = 1896~"} [@meyer2005].

⟦${WARN}|[Other]⟧{.claim ${A} about="union" says="founded != 1896~"} [@adler2018].

⟦${HINT}|[One]⟧{.claim ${M} about="groups" says="founded = 2004-21"} [@meyer2005].

⟦${WARN}|[Other]⟧{.claim ${A} about="groups" says="founded != 2004-21"} [@adler2018].
`,
    );
    holds(
      'is told of days that are not',
      `[One]{.claim ${M} when="⟦date-invalid warning|2003-02-29⟧" about="union" says="founded = ⟦value-invalid warning|1900-02-29⟧"} [@meyer2005].
`,
    );
    holds(
      'is of what lies beyond an open span, or told where nothing does',
      `⟦${HINT}|[One]⟧{.claim ${M} about="union" says="founded > ../1895"} [@meyer2005].

⟦${WARN}|[Other]⟧{.claim ${A} about="union" says="founded = 1890"} [@adler2018].

[Third]{.claim ${A} about="union" says="founded > ⟦value-invalid warning|1890/..⟧; founded >= ⟦value-invalid warning|../1890⟧"} [@adler2018].
`,
    );
    holds(
      'is told of a place that is misspelt',
      `[One]{.claim ${M} about="union" says="serves = workers" where="⟦place-misspelt information|Danjin⟧"} [@meyer2005].

[Two]{.claim ${M} about="union" says="serves = workers" where="danjing"} [@meyer2005]. [Three]{.claim ${M} where="Nanjing"} [@meyer2005].
`,
    );
  });

  it('makes a work and whoever wrote it one asserter', async () => {
    const drawn = await told(`${PROJECT()}//- notes.md
[Yes]{.claim by="@lee" about="union" says="builds-solidarity = yes"} [@lee2011].

[No]{.claim by="@lee2011" about="union" says="builds-solidarity = no"} [@lee2011].
`);
    assert.match(drawn, /claim-self-contradiction warning/);
  });
});
