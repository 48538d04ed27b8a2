import assert from 'node:assert/strict';
import { toArgdown } from '../../../server/src/features/views/argdown.ts';
import { claimMap } from '../../../server/src/features/views/claim-map.ts';
import { evidenceMatrix } from '../../../server/src/features/views/evidence-matrix.ts';
import { cellWords, matrixCsv } from '../../../server/src/features/views/matrix-csv.ts';
import type { EvidenceMatrix } from '../../../server/src/protocol/pictures.ts';
import { timeline } from '../../../server/src/features/views/timeline.ts';
import type { ViewScope } from '../../../server/src/features/views/view-request.ts';
import { allAtOnce } from '../../../server/src/text/stepwise.ts';
import { workspaceOf } from '../../support/check.ts';
import { asked, requestOf } from './views.ts';

const MAES = `//- sources/maes.md
---
source: maes1931
---

[The hall had a charter]{.claim #charter about="weavers" says="chartered = yes" when="1349"}.
[There were eighty masters]{.claim #eighty about="weavers" says="members = 80" when="1350~"}.
`;
const DUBOIS = `//- sources/dubois.md
---
source: dubois1955
---

[There never was a charter]{.claim #none about="weavers" says="chartered = no"}.
[The guild began in 1302]{.claim #began about="weavers" says="founded = 1302" supports="maes1931#eighty"}.
`;
const NOTES = `//- notes.md
[Maes saw the charter; Dubois looked for it in the wrong archive]{.claim #verdict about="weavers" resolves="maes1931#charter dubois1955#none" prefers="maes1931#charter"} [@kern1970, p. 3].
[A claim to the side]{.claim #aside evidence="#verdict"}.
`;

async function mapOf(fixture: string, scope: ViewScope = { kind: 'workspace' }) {
  const { nodes, edges, leftOut } = allAtOnce(claimMap(await asked(fixture), scope));
  const label = new Map(nodes.map(({ claim }) => [claim.key, claim.label]));
  return {
    nodes: nodes.map(({ claim, outside }) => claim.label + (outside ? ' (outside)' : '')),
    edges: edges.map(
      ({ kind, from, to, settled, pending }) =>
        `${label.get(from)} ${kind} ${label.get(to)}${settled ? ', settled' : ''}${pending ? ', being settled' : ''}`,
    ),
    leftOut,
  };
}

describe('the claim map', () => {
  it('joins claims by support and contradiction, across files', async () => {
    assert.deepEqual(await mapOf(MAES + DUBOIS), {
      nodes: ['none', 'began', 'charter', 'eighty'],
      edges: ['none conflict charter', 'began supports eighty'],
      leftOut: 0,
    });
  });

  it('shows what settles a conflict, and the conflict as settled', async () => {
    assert.deepEqual((await mapOf(MAES + DUBOIS + NOTES)).edges, [
      'verdict resolves charter',
      'verdict resolves none',
      'verdict supports aside',
      'none conflict charter, settled',
      'began supports eighty',
    ]);
  });

  it('shows a conflict as being settled while its verdict is open', async () => {
    const open = NOTES.replace('#verdict', '#verdict status="open"');
    const { edges } = await mapOf(MAES + DUBOIS + open);
    assert.ok(edges.includes('none conflict charter, being settled'), edges.join('\n'));
  });

  it('shows the other ends of what a file is joined to, as outside of it', async () => {
    const { nodes } = await mapOf(MAES + DUBOIS, { kind: 'file', path: 'sources/maes.md' });
    assert.deepEqual(nodes, ['charter', 'eighty', 'none (outside)', 'began (outside)']);
  });

  it('tells the time of a claim in words', async () => {
    const dated = '//- dated.md\n[So]{.claim #so when="1998/2008"}. [Since]{.claim #since when="2006/.."}.\n';
    const { nodes } = allAtOnce(claimMap(await asked(dated), { kind: 'workspace' }));
    assert.deepEqual(
      nodes.map(({ claim }) => claim.when),
      ['1998 to 2008', '2006 on'],
    );
  });

  it('shows what contradicts a claim that a file leans on', async () => {
    const leaning = '//- lean.md\n[So]{.claim #so supports="maes1931#charter"} [@kern1970].\n';
    const { nodes, edges } = await mapOf(MAES + DUBOIS + leaning, { kind: 'file', path: 'lean.md' });
    assert.deepEqual(nodes, ['so', 'charter (outside)', 'none (outside)']);
    assert.deepEqual(edges, ['so supports charter', 'none conflict charter']);
  });

  it('shows what joins two claims from outside, but nobody else whom they bring', async () => {
    const further = '//- more.md\n[Else]{.claim #else supports="dubois1955#none"} [@kern1970].\n';
    const { nodes, edges } = await mapOf(MAES + DUBOIS + NOTES + further, { kind: 'file', path: 'notes.md' });
    assert.deepEqual(nodes, ['verdict', 'aside', 'charter (outside)', 'none (outside)']);
    assert.ok(edges.includes('none conflict charter, settled'), edges.join('\n'));
  });

  it('shows what concerns an actor', async () => {
    const { nodes } = await mapOf(MAES + NOTES, { kind: 'actor', actor: 'weavers' });
    assert.deepEqual(nodes, ['verdict', 'charter', 'eighty', 'aside (outside)']);
  });

  it('draws no line from a claim to itself, and says that it contradicts itself', async () => {
    const fixture =
      '//- a.md\n[Both]{.claim #both about="weavers" says="chartered = yes; chartered = no"} [@kern1970].\n';
    const { nodes, edges } = allAtOnce(claimMap(await asked(fixture), { kind: 'workspace' }));
    assert.deepEqual(edges, []);
    assert.match(nodes[0]!.contradictsItself ?? '', /in one breath/);
  });

  it('shows of two conflicts between the same claims the one that stands, whichever comes first', async () => {
    const request = await asked(MAES + DUBOIS);
    const settled = await asked(MAES + DUBOIS + NOTES);
    const seen: ReturnType<typeof settled.conflictsOf>[number][] = [];
    const watched = Object.assign(Object.create(settled) as typeof settled, {
      conflictsOf: (claim: Parameters<typeof settled.conflictsOf>[0]) => {
        seen.push(...settled.conflictsOf(claim));
        return settled.conflictsOf(claim);
      },
    });
    allAtOnce(claimMap(watched, { kind: 'workspace' }));
    const { settlement } = seen.find((conflict) => conflict.settlement !== null)!;
    for (const order of ['standing first', 'settled first']) {
      const both = Object.assign(Object.create(request) as typeof request, {
        conflictsOf: (claim: Parameters<typeof request.conflictsOf>[0]) =>
          request
            .conflictsOf(claim)
            .flatMap((one) =>
              order === 'standing first' ? [one, { ...one, settlement }] : [{ ...one, settlement }, one],
            ),
      });
      const { edges } = allAtOnce(claimMap(both, { kind: 'workspace' }));
      const conflicts = edges.filter(({ kind }) => kind === 'conflict');
      assert.deepEqual(
        conflicts.map((edge) => edge.settled),
        [false],
        order,
      );
    }
  });

  it('says how many claims of many it leaves out', async () => {
    const many = Array.from({ length: 1003 }, (_, i) => `[Claim ${i}]{.claim #c${i}} [@kern1970].\n\n`);
    const { nodes, leftOut } = await mapOf(`//- many.md\n${many.join('')}`);
    assert.deepEqual([nodes.length, leftOut], [1000, 3]);
  });
});

describe('the claim map in Argdown', () => {
  it('has a statement for each claim, with what it supports and contradicts', async () => {
    const map = allAtOnce(claimMap(await asked(MAES + DUBOIS), { kind: 'workspace' }));
    assert.equal(
      toArgdown(map, 'The weavers'),
      `# The weavers

[none]: There never was a charter #contested
  // Dubois (1955); sources/dubois.md, line 5
  >< [charter]

[began]: The guild began in 1302
  // Dubois (1955); sources/dubois.md, line 6
  +> [eighty]

[charter]: The hall had a charter #contested
  // Maes (1931); sources/maes.md, line 5

[eighty]: There were eighty masters
  // Maes (1931); sources/maes.md, line 6
`,
    );
  });

  it('escapes what Argdown would read, and tells claims of one name apart', async () => {
    const fixture =
      '//- a.md\n[A # tag, http://a.b and <b>]{.claim #x} [@kern1970].\n//- b.md\n[Else]{.claim #x} [@kern1970].\n';
    const text = toArgdown(allAtOnce(claimMap(await asked(fixture), { kind: 'workspace' })), 'T');
    assert.match(text, /^\[a\.md#x\]: A \\# tag, http:\/\u2060\/a\.b and/m);
    assert.match(text, /^\[b\.md#x\]: Else/m);
  });
});

function rowsOf({ sources, rows }: EvidenceMatrix): string[] {
  return rows.map(
    ({ code, verdict, cells }) =>
      `${code} (${verdict}): ${sources.map(({ key, name }) => `${name} ${cellWords(cells[key])}`).join('; ')}`,
  );
}

describe('the evidence matrix', () => {
  const workspace = { kind: 'workspace' } as const;

  it('says who answers a question how, and asks each once', async () => {
    const matrix = allAtOnce(evidenceMatrix(await asked(MAES + DUBOIS), workspace, 'questions'));
    assert.deepEqual(rowsOf(matrix), [
      'chartered (contested): Dubois (1955) no (contested); Maes (1931) yes, 1349 (contested)',
      'founded (single): Dubois (1955) 1302; Maes (1931) silent',
      'members (single): Dubois (1955) silent; Maes (1931) 80, about 1350',
    ]);
    assert.equal(matrix.rows[0]!.text, 'Weavers: chartered');
  });

  it('tells norms and shares of facts, questions of answers, and counts no member’s answer as the general one', async () => {
    const more = `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
properties:
  trusted: {type: boolean, share: true}
  serves: {type: choice, of: [crew, owners], mood: norm}
//- actors.yaml
guilds: {name: Guilds}
weavers: {name: Weavers, relations: {part-of: [guilds]}}
//- works.bib
@book{maes1931, author = {Maes, Jan}, title = {Rolls}, year = {1931}}
@book{dubois1955, author = {Dubois, Anne}, title = {Halls}, year = {1955}}
//- a.md
[None]{.claim #none by="@maes1931" about="guilds" says="trusted = none; serves = crew"} [@maes1931].

[Most]{.claim #most by="@maes1931 via @dubois1955" about="weavers" says="trusted = most"} [@dubois1955].

[Any?]{.claim #any by="@dubois1955" about="guilds" says="trusted = some" status="open"} [@dubois1955].
`;
    const { service } = await workspaceOf(more);
    const request = requestOf(service);
    const matrix = allAtOnce(evidenceMatrix(request, workspace, 'questions'));
    assert.deepEqual(
      matrix.rows.map(({ text, marks }) => `${text}: ${marks!.join(' ')}`),
      ['Guilds: serves: norm', 'Guilds: trusted: share', 'Weavers: trusted: share'],
    );
    assert.deepEqual(rowsOf(matrix), [
      'serves (single): Maes (1931) crew; Dubois (1955) silent',
      'trusted (contested): Maes (1931) none (contested); Dubois (1955) some (contested, asked)',
      'trusted (contested): Maes (1931) most (contested, as reported); Dubois (1955) silent',
    ]);
    assert.match(matrixCsv(matrix), /Guilds: trusted \(shares of a whole\)/);
    const map = allAtOnce(claimMap(request, workspace));
    assert.deepEqual(
      map.nodes.map(({ claim }) => `${claim.label} ${claim.marks!.join(' ')} ${claim.reportedBy}`),
      ['none norm share null', 'most share report Dubois (1955)', 'any question share null'],
    );
    assert.deepEqual(
      map.edges.map(({ from, to, nature, hint }) => `${from} ${to} ${nature} ${hint}`),
      ['a.md#none a.md#most member undefined', 'a.md#none a.md#any question true'],
    );
    const line = allAtOnce(timeline(request, 'guilds'));
    assert.deepEqual(
      line.conflicts.map(({ nature, hint }) => `${nature} ${hint}`),
      ['question true'],
    );
    assert.deepEqual(line.events[0]!.statements, [
      'Guilds are trusted in no case',
      'by rule Guilds serve crew',
    ]);
  });

  it('says why a conflict is settled', async () => {
    const matrix = allAtOnce(evidenceMatrix(await asked(MAES + DUBOIS + NOTES), workspace, 'questions'));
    assert.deepEqual(rowsOf(matrix)[0], 'chartered (settled): Dubois (1955) no (settled: not upheld by #verdict); Maes (1931) yes, 1349 (settled: upheld by #verdict)'); // prettier-ignore
  });

  it('says who denies a claim, who supports it and what is cited for it', async () => {
    const matrix = allAtOnce(evidenceMatrix(await asked(MAES + DUBOIS + NOTES), workspace, 'claims'));
    const rows = rowsOf(matrix);
    assert.match(
      rows.find((row) => row.startsWith('eighty'))!,
      /Dubois \(1955\) supports; Maes \(1931\) asserts/,
    );
    assert.match(
      rows.find((row) => row.startsWith('verdict'))!,
      /the writer, on Kern \(1970\) asserts; Ada Kern is cited; the writer silent$/,
    );
    assert.match(
      rows.find((row) => row.startsWith('none'))!,
      /Maes \(1931\) denies \(settled: upheld by/,
    );
  });

  it('sees that sources agree, within the tolerance of a quantity only where they say the same', async () => {
    const agreeing = DUBOIS.replace('says="chartered = no"', 'says="chartered = yes"');
    const matrix = allAtOnce(evidenceMatrix(await asked(MAES + agreeing), workspace, 'questions'));
    assert.match(rowsOf(matrix)[0]!, /^chartered \(agreed\): .* yes; .* yes, 1349$/);
  });

  it('sees that answers differ without a conflict', async () => {
    const later = DUBOIS.replace('says="chartered = no"', 'says="members = 300" when="1500"');
    const matrix = allAtOnce(evidenceMatrix(await asked(MAES + later), workspace, 'questions'));
    assert.match(
      rowsOf(matrix).find((row) => row.startsWith('members'))!,
      /^members \(differing\): Dubois \(1955\) 300, 1500; Maes \(1931\) 80, about 1350$/,
    );
  });

  it('begins with the sources that say most of what is contested', async () => {
    const more =
      '//- a.md\n[Open]{.claim #open by="kern1970" about="weavers" says="chartered = no; hall = yes"} [@kern1970].\n';
    const talkative =
      '//- b.md\n[Much]{.claim by="anon" about="fullers" says="a = 1; b = 1; c = 1; d = 1; e = 1"}.\n';
    const matrix = allAtOnce(evidenceMatrix(await asked(MAES + more + talkative), workspace, 'questions'));
    assert.deepEqual(
      matrix.sources.map(({ name }) => name),
      ['Ada Kern', 'Maes (1931)', 'anon'],
    );
  });

  it('sees who answers both yes and no', async () => {
    const fixture =
      '//- a.md\n[Both]{.claim #both by="kern1970" about="weavers" says="chartered = yes; chartered = no"} [@kern1970].\n';
    const matrix = allAtOnce(evidenceMatrix(await asked(fixture), workspace, 'questions'));
    assert.deepEqual(rowsOf(matrix), ['chartered (contested): Ada Kern yes; no (contested)']);
  });

  it('shows the questions on one actor alone', async () => {
    const fixture =
      '//- a.md\n[Two]{.claim #two says="weavers.members = 80; fullers.members = 9"} [@kern1970].\n';
    const scope = { kind: 'actor', actor: 'fullers' } as const;
    const matrix = allAtOnce(evidenceMatrix(await asked(fixture), scope, 'questions'));
    assert.deepEqual(rowsOf(matrix), ['members (single): the writer, on Kern (1970) 9']);
  });

  it('counts the rows of many that it leaves out, and shows the same of a workspace as of its one file', async () => {
    const claims = Array.from(
      { length: 1200 },
      (_, i) => `[Text]{.claim about="${i % 2 ? 'weavers' : `g${i % 40}`}" says="p${i % 1100} = 1"}.\n`,
    );
    const request = await asked(`//- many.md\n${claims.join('\n')}`);
    const whole = allAtOnce(evidenceMatrix(request, workspace, 'questions'));
    const file = allAtOnce(evidenceMatrix(request, { kind: 'file', path: 'many.md' }, 'questions'));
    assert.deepEqual([whole.rows.length, whole.leftOut], [1000, 150]);
    assert.deepEqual(whole, file);
    const { rows, leftOut } = allAtOnce(evidenceMatrix(request, workspace, 'claims'));
    assert.deepEqual([rows.length, leftOut], [1000, 200]);
  });

  it('leaves out the last by the names of actors and properties', async () => {
    const claims = Array.from({ length: 1000 }, (_, i) => `[Text]{.claim about="guild" says="p${i} = 1"}.\n`);
    const request = await asked(
      `//- many.md\n${claims.join('\n')}\n[Text]{.claim about="guild-of-ghent" says="a = 1"}.\n`,
    );
    const whole = allAtOnce(evidenceMatrix(request, workspace, 'questions'));
    assert.deepEqual([whole.rows[0]?.text, whole.leftOut], ['guild: p0', 1]);
    const file = allAtOnce(evidenceMatrix(request, { kind: 'file', path: 'many.md' }, 'questions'));
    assert.deepEqual(whole, file);
  });

  it('is written as CSV, with nothing that a spreadsheet would run', async () => {
    const fixture = '//- a.md\n[=HYPERLINK("x"), or "so"]{.claim #x} [@kern1970].\n';
    const csv = matrixCsv(allAtOnce(evidenceMatrix(await asked(fixture), workspace, 'claims')));
    assert.deepEqual(csv.split('\r\n'), [
      'subject,statement,as written,verdict,Ada Kern,"the writer, on Kern (1970)"',
      `a.md,"'=HYPERLINK(“x”), or “so”",x,single,is cited,asserts`.replace(/“|”/g, '""'),
      '',
    ]);
  });
});

describe('the timeline of an actor', () => {
  const day = (milliseconds: number | null | undefined) =>
    milliseconds == null ? null : new Date(milliseconds).toISOString().slice(0, 10);

  it('orders claims by the time they speak of, or the date they state, and the undated last', async () => {
    const { events, actor, active } = allAtOnce(timeline(await asked(MAES + DUBOIS), 'weavers'));
    assert.deepEqual(
      events.map(({ claim, dated, time, uncertain }) => [claim.label, dated, time, uncertain]),
      [
        ['began', 'value', '1302', false],
        ['charter', 'when', '1349', false],
        ['eighty', 'when', 'about 1350', true],
        ['none', null, null, false],
      ],
    );
    assert.deepEqual([day(events[1]!.span?.from), day(events[1]!.span?.to)], ['1349-01-01', '1349-12-31']);
    assert.equal(actor.name, 'Weavers');
    assert.deepEqual([day(active?.from), day(active?.to)], ['1302-01-01', '1540-12-31']);
  });

  it('marks conflicts, settled or not', async () => {
    const open = allAtOnce(timeline(await asked(MAES + DUBOIS), 'weavers')).conflicts;
    assert.deepEqual(
      open.map(({ a, b, settled }) => [a, b, settled]),
      [['sources/dubois.md#none', 'sources/maes.md#charter', false]],
    );
    const settled = allAtOnce(timeline(await asked(MAES + DUBOIS + NOTES), 'weavers')).conflicts;
    assert.deepEqual(
      settled.map(({ settled: rests }) => rests),
      [true],
    );
  });

  it('keeps open ends open, and a time that is none as it stands', async () => {
    const fixture =
      '//- a.md\n[Since]{.claim #a about="fullers" when="1996/.."} [@kern1970]. [Odd]{.claim #b about="fullers" when="once"} [@kern1970].\n';
    const { events } = allAtOnce(timeline(await asked(fixture), 'fullers'));
    assert.deepEqual(
      events.map(({ span, time }) => [day(span?.from), day(span?.to), time]),
      [
        ['1996-01-01', null, '1996 on'],
        [null, null, 'once'],
      ],
    );
  });

  it('knows nothing of an actor whom nobody names', async () => {
    const { events, active } = allAtOnce(timeline(await asked(MAES), 'nobody'));
    assert.deepEqual([events, active], [[], null]);
  });
});
