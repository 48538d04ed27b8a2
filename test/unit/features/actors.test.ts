import assert from 'node:assert/strict';
import { marked } from 'marked';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import { workspaceOf } from '../../support/check.ts';
import { checkDefinition, checkHover } from '../../support/features.ts';
import { draw, parseFixture } from '../../support/fixture.ts';

const WORKSPACE = `//- sicetnon.yaml
actors: [actors.yaml]
bibliography: [works.bib]
properties:
  members: {type: quantity, unit: person, tolerance: 5%}
  trusted: {type: boolean}
//- works.bib
@book{meyer2011, author = {Meyer, Lena}, title = {Dockers}, date = {2011}}
@book{adler2014, author = {Adler, Carl}, title = {Owners}, date = {2014}}
@book{port2015, author = {Adler, Carl and Meyer, Lena}, title = {Port}, date = {2015}}
@book{harbour1912, author = {{Union of Harbour Workers}}, title = {Report}, date = {1912}}
//- actors.yaml
harbour-union:
  name: Union of Harbour Workers
  aliases: [UHW, 港口工会]
  kind: trade union
  active: 1896/..
  place: Altona
  summary: The dockers' own union.
  cite: "[@meyer2011, p. 4; @adler2014]"
  relations: {rival-of: [ship-owners], led-by: [nobody-known], founder-of: [harbour1912]}
  same-as: [https://example.org/entity/Q1, "javascript:alert(1)"]
ship-owners:
  name: League of Ship Owners
  aliases: [the League]
navy-league:
  name: Navy League
  aliases: [the League]
meyer:
  name: Lena Meyer
  aliases: [Meyer]
  relations: {wrote: [meyer2011]}
adler:
  name: Johann Adler
  aliases: [Adler]
`;

/** Checks which mentions \`inspect\` tells of in \`notes.md\`, drawn with their actors. */
async function checkMentions(drawn: string, register = WORKSPACE): Promise<void> {
  const { service, files } = await workspaceOf(`${register}//- notes.md\n${drawn}`);
  const file = files.find(({ path }) => path === 'notes.md')!;
  const lines = LineIndex.of(file.text);
  const { mentions } = (await service.inspect('notes.md'))!;
  const found = mentions as { range: Parameters<LineIndex['offsets']>[0]; actors: string[] }[];
  assert.equal(
    draw(
      file.text,
      found.map(({ range, actors }) => ({ tag: actors.join(' '), ...lines.offsets(range) })),
    ),
    draw(file.text, file.ranges),
  );
}

describe('mentions of actors in documents', () => {
  it('are found by name and by mark', () =>
    checkMentions(
      'The ⟦harbour-union|UHW⟧’s strike, ⟦ship-owners navy-league|the League⟧, ⟦ship-owners|[the owners]{.actor ref="ship-owners"}⟧.\n\n⟦harbour-union|港口工会⟧的罢工。\n',
    ));

  it('are not looked for within marks, code, links, attributes, citations and front matter', () =>
    checkMentions(
      '---\ntitle: The UHW\n---\n\n⟦navy-league|[the League]{.actor ref="navy-league"}⟧ `UHW` [x](http://UHW/ "UHW") [y]{.z t="UHW"} [see UHW, @meyer2011, UHW].\n',
    ));

  it('do not take a scholar who is cited for the person of that surname', () =>
    checkMentions(
      'Adler [-@adler2014] and Adler’s [@adler2014, p. 3] and Adler and Meyer [@port2015] and Adler @adler2014, but ⟦adler|Adler⟧ [@meyer2011].\n\nAdler argues that they paid [@adler2014, p. 3]; ⟦adler|Adler⟧ was seen there [@adler2014, p. 3], ⟦adler|Adler⟧ argues [@meyer2011].\n',
    ));

  it('know the scholar who is registered with the work', () =>
    checkMentions(
      '⟦meyer|Meyer⟧ [-@meyer2011] and ⟦harbour-union|Union of Harbour Workers⟧ [@harbour1912].\n',
    ));

  it('leave alone whom texts as found cite', () =>
    checkMentions(
      `Adler (2014: 7) and others (Adler, 2014) met ⟦adler|Adler⟧.

# References

Adler C (2014) Owners of the port. *Ports* 3: 1–20.
`,
    ));
});

describe('the card of an actor', () => {
  const claims = `
[Nobody trusted it]{.claim #distrust by="@meyer2011" about="harbour-union" says="trusted = no"} [@meyer2011, p. 7].

[It had the dockers’ trust]{.claim #trust by="@adler2014" about="harbour-union" says="trusted = yes; members = 82" when="1896" where="Altona"} [@adler2014].

[It was small]{.claim #small about="harbour-union" says="members = 80..84"} [@meyer2011].

[It met on Sundays]{.claim #sundays about="harbour-union" status="rejected"} [@meyer2011].
`;

  it('tells who it is and what is claimed of it, the conflicts on top', () =>
    checkHover(`${WORKSPACE}//- notes.md\nThe ⟦hover|UH‸W⟧ struck.\n${claims}`, {
      says: [
        '**Union of Harbour Workers (actors.yaml:1)**',
        'trade union · since 1896 · Altona',
        "The dockers' own union.",
        'Also: UHW, 港口工会',
        'rival of League of Ship Owners (actors.yaml:11); led by nobody-known; founder of Union of Harbour Workers (1912) (works.bib:4)',
        'Sources: Meyer (2011), p. 4; Adler (2014)',
        'See [example.org](<https://example.org/entity/Q1>)',
        '**In conflict**',
        'Meyer (2011, p. 7) holds that the Union of Harbour Workers is not trusted; Adler (2014) holds that it is.',
        'distrust (notes.md:3) · trust (notes.md:5)',
        '**What is said of it**',
        '- trusted: **no** Meyer (2011, p. 7) (notes.md:3) · **yes** Adler (2014) (notes.md:5), 1896, Altona',
        '- members: **82**',
        '**80 to 84** the writer, on Meyer (2011) (notes.md:7)',
        '**Also claimed**',
        '- It met on Sundays · the writer, on Meyer (2011) (notes.md:9), rejected',
        '_4 claims are about this actor._',
      ],
      not: ['javascript'],
    }));

  it('comes at a mark, at an id in an attribute, and at a name inside a claim', async () => {
    const says = ['**League of Ship Owners', '_No claim is about this actor._'];
    await checkHover(`${WORKSPACE}//- notes.md\n⟦hover|[the ow‸ners]{.actor ref="ship-owners"}⟧ won.\n`, {
      says,
    });
    const inClaim = '[The ⟦hover|League of Ship‸ Owners⟧ won]{.claim #won} [@meyer2011].';
    await checkHover(`${WORKSPACE}//- notes.md\n${inClaim}\n`, { says });
    await checkHover(
      `${WORKSPACE}//- notes.md\n[The League of Ship Owners w‸on]{.claim #won} [@meyer2011].\n`,
      { says: ['> The League of Ship Owners won'] },
    );
  });

  it('shows all whom an ambiguous name may mean', () =>
    checkHover(`${WORKSPACE}//- notes.md\nThen ⟦hover|the Lea‸gue⟧ won.\n`, {
      says: ['“the League” is a name of 2 actors', '**League of Ship Owners', '**Navy League'],
    }));

  it('is not shown for a scholar cited', () =>
    checkHover(`${WORKSPACE}//- notes.md\nAd‸ler [-@adler2014] holds.\n`, null));

  it('counts settled conflicts and does not list them', () =>
    checkHover(
      `${WORKSPACE}//- notes.md\nThe UH‸W struck.\n${claims}
[Meyer knew only the skippers]{.claim #settled resolves="#distrust #trust"} [@meyer2011].
`,
      { says: ['_4 claims are about this actor. One conflict is settled._'], not: ['**In conflict**'] },
    ));

  it('escapes whatever the files say, and stays short', async () => {
    const hostile = '<img src=x onerror=alert(1)> [x](command:evil) **b** `c`';
    const many = Array.from(
      { length: 60 },
      (_, i) =>
        `[Claim ${i}]{.claim #c${i} about="odd" says="p${i} = v${i}; size = ${i}"} [@meyer2011].\n\n[Words ${i}]{.claim #w${i} about="odd"} [@meyer2011].\n`,
    ).join('\n');
    const aliases = Array.from({ length: 50 }, (_, i) => `alias number ${i}`).join(', ');
    const markdown = await checkHover(
      `//- sicetnon.yaml
actors: [actors.yaml]
//- actors.yaml
odd:
  name: ${JSON.stringify(`Odd ${hostile}`)}
  aliases: [Oddity, ${aliases}]
  kind: ${JSON.stringify(hostile)}
  summary: ${JSON.stringify(`${hostile} ${'very long '.repeat(500)}`)}
  relations: {${JSON.stringify(hostile)}: [${JSON.stringify(hostile)}]}
//- notes.md
The Odd‸ity.

${many}`,
      { says: ['and 51 properties more', 'and 56 more'] },
    );
    const html = await marked.parse(markdown);
    assert.doesNotMatch(html, /<img|<a |<code>|<strong>b/);
    assert.match(html, /&lt;img src=x/);
    assert.ok(markdown.length < 12_000, `${markdown.length} letters`);
  });
});

describe('going to the definition of an actor', () => {
  it('leads from a name to the register', () =>
    checkDefinition(
      `${WORKSPACE.replace('harbour-union:', '⟦definition|harbour-union⟧:')}//- notes.md\nThe UH‸W struck.\n`,
    ));

  it('leads to all whom an ambiguous name may mean', () =>
    checkDefinition(
      `${WORKSPACE.replace('\nship-owners:', '\n⟦definition|ship-owners⟧:').replace('navy-league:', '⟦definition|navy-league⟧:')}//- notes.md\nThe Lea‸gue won.\n`,
    ));
});

it('the fixture of these tests draws nothing by itself', () => {
  assert.ok(parseFixture(WORKSPACE).every(({ ranges }) => ranges.length === 0));
});
