import { A, HINT, holds, M, WARN } from '../../support/disagreements.ts';

describe('disagreement', () => {
  describe('that is settled for another', () => {
    holds(
      'takes the ground from what rests on the loser',
      `[One]{.claim #one ${M}} [@meyer2005].

[Other]{.claim #other ${A} contradicts="#one"} [@adler2018].

[It is the other]{.claim #verdict resolves="#one #other" prefers="#other"} [@adler2018].

⟦claim-rests-on-rejected warning|[Rests on the loser]⟧{.claim #leans evidence="#one"}.

[Rests on the winner]{.claim #stands evidence="#other"}.

[Rests on both]{.claim #both evidence="#one; #other"}.
`,
    );
    holds(
      'by a reason in words is told to rest on nothing as a hint, but not where it has no words or decides nothing',
      `[One]{.claim #one ${M}} [@meyer2005]. [Other]{.claim #other ${A} contradicts="#one"} [@adler2018].

⟦claim-unsupported hint|[Meyer saw the books]⟧{.claim #verdict resolves="#one #other" prefers="#one"}.

⟦${HINT}|[Three]⟧{.claim #three ${M}} [@meyer2005]. ⟦${WARN}|[Four]⟧{.claim #four ${A} contradicts="#three"} [@adler2018].

⟦claim-unsupported warning|[Which of the two holds, and why]⟧{.claim #unworded resolves="#three #four"}.

⟦claim-unsupported warning|[Meyer wrote later]⟧{.claim #plain}.
`,
    );
    holds(
      'takes no ground while the verdict is open, or prefers nobody',
      `⟦${HINT}|[One]⟧{.claim #one ${M}} [@meyer2005]. [Three]{.claim #three ${M}} [@meyer2005].

⟦${WARN}|[Other]⟧{.claim #other ${A} contradicts="#one"} [@adler2018]. [Four]{.claim #four ${A} contradicts="#three"} [@adler2018].

[It is the other]{.claim #verdict resolves="#one #other" prefers="#other" status="open"} [@adler2018]. [Both hold]{.claim resolves="#three #four"} [@adler2018].

[Rests on one]{.claim evidence="#one"}. [Rests on three]{.claim evidence="#three"}.
`,
    );
    holds(
      'leaves a commitment told until the quarrel itself is settled',
      `⟦claim-commitment warning|[Every docker paid gladly, and grudgingly]⟧{.claim #a ${M} implies="#b #c"} [@meyer2005].

⟦${WARN}|[The union was trusted]⟧{.claim #b ${A} about="union" says="trusted = yes"} [@adler2018].

⟦${HINT}|[It was not]⟧{.claim #c by="@lee2011" about="union" says="trusted = no"} [@lee2011].

[The dues were never paid]{.claim #z ${A} contradicts="#a"} [@adler2018].

[The pay books show that they were]{.claim #verdict resolves="#a #z" prefers="#a"} [@lee2011].
`,
    );
    holds(
      'is a commitment by its heaviest reason, whatever hint is nearer',
      `⟦${HINT}|[Firm]⟧{.claim #general ${M} about="groups" says="builds-solidarity = no"} [@meyer2005].

⟦claim-commitment warning|⟦${WARN}|[Guild]⟧⟧{.claim #c ${A} about="harbour-groups" says="builds-solidarity = yes" implies="#general #middle"} [@adler2018].

[Middle]{.claim #middle by="@lee2011" implies="#own"} [@lee2011].

⟦${HINT}|[Own]⟧{.claim #own ${M} about="harbour-groups" says="builds-solidarity = no"} [@meyer2005].
`,
    );
    holds(
      'silences the commitment with the quarrel',
      `[Every docker paid gladly, and grudgingly]{.claim #a ${M} implies="#b #c"} [@meyer2005].

[The union was trusted]{.claim #b ${A} about="union" says="trusted = yes"} [@adler2018].

[It was not]{.claim #c by="@lee2011" about="union" says="trusted = no"} [@lee2011].

[Some trusted it]{.claim #verdict resolves="#b #c"} [@lee2011].
`,
    );
  });
});
