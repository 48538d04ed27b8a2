import assert from 'node:assert/strict';
import { workspaceOf } from '../../support/check.ts';
import { A, M, PROJECT, told } from '../../support/disagreements.ts';

describe('disagreement', () => {
  describe('of a report with the text reported', () => {
    const own = `//- sources/lee.md
---
source: lee2011
---

`;
    const report = 'claim-misreport';
    it('is a misreport, told at the report, with the passage', async () => {
      const fixture = `${PROJECT()}${own}[Nobody trusted it]{.claim #distrust about="union" says="builds-solidarity = no"}.
//- notes.md
[Adler has it of Lee]{.claim #chain by="@lee2011 via @adler2018" about="union" says="builds-solidarity = yes"} [@adler2018].
`;
      const drawn = await told(fixture);
      assert.match(drawn, /⟦claim-misreport hint\|\[Nobody trusted it\]⟧/);
      assert.match(drawn, /⟦claim-misreport warning\|\[Adler has it of Lee\]⟧/);
      const { service } = await workspaceOf(fixture);
      const [finding] = service.check('notes.md').findings;
      assert.equal(
        finding!.message,
        'Union of Dockers builds solidarity: Adler (2018) has Lee (2011) say yes; the text itself says no. The report is not what the text says. Neither gives a time, and nothing here settles it.',
      );
      assert.equal(finding!.related[0]!.path, 'sources/lee.md');
      assert.match(finding!.related[0]!.message, /“Nobody trusted it”/);
    });
    it('is one by a declared contradiction, and of the author under another name', async () => {
      const drawn = await told(`${PROJECT()}${own}[Nobody trusted it]{.claim #distrust}.
//- sources/adler.md
---
source: adler2018
---

[Lee thought it trusted]{.claim by="@lee" contradicts="lee2011#distrust"}.
`);
      assert.match(drawn, /⟦claim-misreport hint\|\[Nobody trusted it\]⟧/);
      assert.match(drawn, /⟦claim-misreport warning\|\[Lee thought it trusted\]⟧/);
      assert.ok(!drawn.includes('claim-contradiction'));
    });
    it('is none where the text only asks, or another reports another', async () => {
      const drawn =
        await told(`${PROJECT()}${own}[Did nobody trust it?]{.claim #distrust about="union" says="builds-solidarity = no" status="open"}.
//- notes.md
[Adler has it of Lee]{.claim by="@lee2011 via @adler2018" about="union" says="builds-solidarity = yes"} [@adler2018].

[Adler has it of Meyer]{.claim by="@meyer2005 via @adler2018" about="union" says="builds-solidarity = yes"} [@adler2018].
`);
      assert.ok(!drawn.includes(report), drawn);
    });
    it('within one way of reporting is the author’s own contradiction, between two ways it is not', async () => {
      const two = (via: string) =>
        told(`${PROJECT()}//- notes.md
[Yes]{.claim by="@lee2011 via @adler2018" about="union" says="builds-solidarity = yes"} [@adler2018].

[No]{.claim by="@lee2011 via ${via}" about="union" says="builds-solidarity = no"} [@adler2018].
`);
      assert.match(await two('@adler2018'), /claim-self-contradiction warning/);
      assert.match(await two('@meyer2005'), /claim-contradiction warning/);
    });
    it('is none of what the author says in no text of their own', async () => {
      const drawn = await told(`${PROJECT()}//- notes.md
[Adler has it of Lee]{.claim by="@lee2011 via @adler2018" about="union" says="builds-solidarity = yes"} [@adler2018].

[Lee denies it]{.claim by="@lee2011" about="union" says="builds-solidarity = no"} [@lee2011].
`);
      assert.ok(!drawn.includes(report), drawn);
      assert.match(drawn, /claim-contradiction warning/);
    });
    it('commits nobody', async () => {
      const drawn = await told(`${PROJECT()}//- notes.md
[All is well]{.claim by="@lee2011 via @adler2018" implies="#b #c"} [@adler2018].

[Yes]{.claim #b ${M} about="union" says="builds-solidarity = yes" when="1990"} [@meyer2005].

[No]{.claim #c ${A} about="union" says="builds-solidarity = no" when="1990"} [@adler2018].
`);
      assert.ok(!drawn.includes('claim-commitment'), drawn);
    });
  });
});
