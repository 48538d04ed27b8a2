/** The marks that editors put into quotations, as they mean them and no further. */
import { check } from '../../support/check.ts';

/** Two pages and more. */
const FILLER = Array.from(
  { length: 90 },
  (_, i) => `In the year ${1700 + i} the harbour was dredged and paid for by the town.`,
).join(' ');

const PROJECT = `//- sicetnon.yaml
bibliography: [refs.bib]
sources: {meyer.md: meyer2011, weber.md: weber1999, dubois.md: dubois2002, wang.md: wang2007}
rules: {quote-unlocated: off, entry-uncited: off}
//- refs.bib
@article{meyer2011, author = {Meyer, Lotte}, title = {The quays}, date = {2011}}
@article{weber1999, author = {Weber, Kurt}, title = {Der Hafen}, date = {1999}}
@article{dubois2002, author = {Dubois, Anne}, title = {Le port}, date = {2002}}
@article{wang2007, author = {王, 某}, title = {工会}, date = {2007}}
//- meyer.md
The foremen stood by the gate each morning. They counted those who went in and wrote the number on a slate.

The women of the quarter did not trust the union. They brought bread to the strikers all the same, though only on Sundays, and they said so.

The women were not the friends of the owners, but those of the strikers. They sang on the quays, but in the mornings, and went home. The clerk sat on a box not far away from the gate and counted the hats, but his brother, a tall slow man, counted the boots.

In the third week the owners offered half a shilling. Nobody took it, and the strike went on.

${FILLER}

At last the ships came in.
//- weber.md
Der Senat hat die Streikenden niemals und unter keinen Umständen unterstützt, sondern sie der Polizei übergeben. Die Frauen aber brachten ihnen Brot an das Tor.
//- dubois.md
Les armateurs ne reconnurent jamais le syndicat, sauf quand ils avaient besoin de ses hommes. Les femmes apportaient du pain.
//- wang.md
在这些企业里，工人并不信任官方工会的说法，也不愿意参加它组织的活动。工会干部对此十分清楚。
//- notes.md
`;

const one = (code: string, words: string, work: string) => `${PROJECT}“⟦${code}|${words}⟧” [@${work}].\n`;

const CASES: readonly [title: string, fixture: string][] = [
  ['another order', one('quote-mismatch', 'Nobody took it … The women of the quarter did not trust the union', 'meyer2011')],
  ['more than two pages apart', one('quote-mismatch', 'In the third week the owners offered half a shilling … At last the ships came in', 'meyer2011')],
  ['single words strung together', one('quote-mismatch', 'The women … trust … the owners … and … the union', 'meyer2011')],
  ['single words in their order', one('quote-mismatch', 'The foremen … morning … the number', 'meyer2011')],
  ['a wrong word beside an ellipsis', one('quote-mismatch', 'The foremen stood by the door … wrote the number on a slate', 'meyer2011')],
  ['a denial left out', one('quote-shortened', 'The women of the quarter did … trust the union', 'meyer2011')],
  ['a limit left out', one('quote-shortened', 'They brought bread to the strikers all the same, … on Sundays', 'meyer2011')],
  ['the other half of a denial', one('quote-shortened', 'The women were not the friends of the owners, … of the strikers', 'meyer2011')],
  ['a clause behind a but', one('quote-shortened', 'They sang on the quays, … and went home', 'meyer2011')],
  ['a but beside a piece', one('quote-shortened', 'counted the hats, … his brother, a tall slow man', 'meyer2011')],
  ['more than two pages apart by their numbers', `${PROJECT}“⟦quote-mismatch|The nets were sold … the quay was empty⟧” [@meyer2011].\n`.replace('At last the ships came in.', '[p. 2] The nets were sold.\n\n[p. 3] It rained.\n\n[p. 5] In the end the quay was empty.')],
  ['a denial left out in Chinese', one('quote-shortened', '工人……信任官方工会的说法', 'wang2007')],
  ['words in brackets for a denial in German', one('quote-mismatch', 'Der Senat hat die Streikenden [stets] und unter keinen Umständen unterstützt', 'weber1999')],
  ['a denial left out in German', one('quote-shortened', 'Der Senat hat die Streikenden … unterstützt', 'weber1999')],
  ['a limit left out in French', one('quote-shortened', 'Les armateurs ne reconnurent jamais le syndicat, … quand ils avaient besoin de ses hommes', 'dubois2002')],
  ['words in brackets for a denial', one('quote-mismatch', 'The women of the quarter did [indeed] trust the union', 'meyer2011')],
  ['words in brackets for twelve others', one('quote-mismatch', 'The foremen stood by [the owners] on a slate', 'meyer2011')],
  ['three words but for one', one('quote-mismatch', 'trust the owners', 'meyer2011')],
  ['four words but for one', one('quote-mismatch', 'counted those who left', 'meyer2011')],
  ['four words and one too many', one('quote-mismatch', 'counted all those who went', 'meyer2011')],
  ['four words and one too few', one('quote-mismatch', 'counted those went in', 'meyer2011')],
  ['a marked quotation of three words', `${PROJECT}[“⟦quote-mismatch|trust the owners⟧”]{.quote from="meyer2011"}\n`],
  ['a character too few in Chinese', `${PROJECT}他说「⟦quote-mismatch|工人信任官方工会的说法⟧」[@wang2007]。\n`],
  ['a character for another in Chinese', `${PROJECT}他说「⟦quote-mismatch|工会干部对此十分糊涂⟧」[@wang2007]。\n`],
]; // prettier-ignore

const LAWFUL: readonly [title: string, text: string][] = [
  ['an ellipsis in its order', '“The foremen stood by the gate … wrote the number on a slate” [@meyer2011].'],
  ['an ellipsis over a sentence that denies', '“They counted those who went in … They brought bread” [@meyer2011].'],
  ['an ellipsis that leaves out nothing that limits', '“Die Frauen … brachten ihnen Brot” [@weber1999].'.replace('Die Frauen … brachten ihnen Brot', 'Die Frauen aber … an das Tor')],
  ['a not that denies nothing', '“The clerk sat on a box … the gate and counted the hats” [@meyer2011].'],
  ['a but farther within what is left out', '“away from the gate … slow man, counted the boots” [@meyer2011].'],
  ['words in brackets for a few others', '“The foremen stood by [it] each morning” [@meyer2011].'],
  ['words in brackets that deny, for a denial', '“The women of the quarter did [never] trust the union” [@meyer2011].'],
  ['words in brackets beside others', '“The foremen [of the port] stood by the gate” [@meyer2011].'],
  ['a remark', '“The foremen stood (sic) by the gate [emphasis added] each morning” [@meyer2011].'],
  ['a list of pieces, each a phrase', '“stood by the gate … counted those who went in … wrote the number” [@meyer2011].'],
  ['Chinese as it stands', '他说「工人并不信任官方工会的说法」[@wang2007]。'],
]; // prettier-ignore

describe('the marks of editors: what they may not do is told', () => {
  for (const [title, fixture] of CASES) it(title, () => check(fixture).then(() => undefined));
});

describe('the marks of editors: what they may do is not told', () => {
  for (const [title, text] of LAWFUL) it(title, () => check(`${PROJECT}${text}\n`).then(() => undefined));
});
