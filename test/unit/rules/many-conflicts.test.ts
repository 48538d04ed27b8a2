import assert from 'node:assert/strict';
import { MOST_TOLD } from '../../../server/src/reasoning/conflict-tally.ts';
import { FARTHEST } from '../../../server/src/reasoning/consequences.ts';
import { FEWER_RIVALS, MOST_PARTS_COMPARED, MOST_RIVALS } from '../../../server/src/reasoning/rivals.ts';
import type { ReportedFinding } from '../../../server/src/service/checker.ts';
import { workspaceOf } from '../../support/check.ts';

const each = (n: number, write: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => write(i)).join('');

async function findings(fixture: string, code: string): Promise<ReportedFinding[]> {
  const { service } = await workspaceOf(fixture);
  return service.files().flatMap((path) => service.check(path).findings.filter((one) => one.code === code));
}

describe('a claim that contradicts many', () => {
  const claims = (n: number, by = (i: number) => `by="s${i}" `) =>
    `//- a.md\n${each(n, (i) => `[Claim ${i}]{.claim #c${i} ${by(i)}about="guild" says="members = ${i}"}.\n\n`)}`;

  it('has one finding with their number, which points at the first of them', async () => {
    const found = await findings(claims(150), 'claim-contradiction');
    assert.equal(found.length, 150);
    for (const { message, related = [] } of found) {
      assert.match(message, / This claim contradicts 148 others as well\.$/);
      assert.equal(related.length, MOST_TOLD);
    }
  });

  it('says of two what it said before, and counts one more', async () => {
    const [two] = await findings(claims(2), 'claim-contradiction');
    assert.doesNotMatch(two!.message, /as well/);
    const [three] = await findings(claims(3), 'claim-contradiction');
    assert.equal(three!.message, `${two!.message} This claim contradicts one other as well.`);
    assert.equal(three!.related.length, two!.related.length + 1);
  });

  it('counts what one asserter holds by itself', async () => {
    const fixture = claims(20, (i) => (i < 5 ? 'by="one" ' : `by="s${i}" `));
    const [between] = await findings(fixture, 'claim-contradiction');
    const [within, ...others] = await findings(fixture, 'claim-self-contradiction');
    assert.match(between!.message, /contradicts 14 others as well/);
    assert.match(within!.message, /contradicts 3 others as well/);
    assert.equal(others.length, 4);
  });

  it('says so where it cannot be compared with all', async () => {
    const n = MOST_RIVALS + 20;
    const found = await findings(claims(n), 'claim-contradiction');
    assert.equal(found.length, n);
    for (const { message } of found)
      assert.match(
        message,
        new RegExp(
          `contradicts at least ${FEWER_RIVALS - 1} others as well\\. It was not compared with all claims`,
        ),
      );
  });

  it('is counted to the end where no more claims speak of the subject than are counted', async () => {
    const found = await findings(claims(MOST_RIVALS), 'claim-contradiction');
    for (const { message } of found) assert.match(message, / This claim contradicts 498 others as well\.$/);
  });

  it('says so where it states it of very many members', async () => {
    const found = await findings(
      `//- sicetnon.yaml
actors: [actors.yaml]
properties:
  trusted: {type: boolean}
//- actors.yaml
guild: {name: Guild}
lodge: {name: Lodge, relations: {part-of: [guild]}}
//- a.md
[All]{.claim #c by="s" about="guild" says="trusted = yes"}.

${each(MOST_RIVALS + 1, (i) => `[Claim ${i}]{.claim #c${i} by="s${i}" about="lodge" says="trusted = no"}.\n\n`)}`,
      'claim-contradiction',
    );
    assert.match(
      found[0]!.message,
      new RegExp(`contradicts at least ${FEWER_RIVALS - 1} others as well\\. It was not compared`),
    );
  });
});

describe('a count whose parts are many', () => {
  const fixture = (parts: number) => `//- sicetnon.yaml
properties:
  strikes: {type: quantity, unit: strike, additive: true}
//- a.md
[Whole]{.claim #w by="s" about="guild" says="strikes = 100000"}.

${each(parts, (i) => `[Part ${i}]{.claim #c${i} by="s${i}" about="guild" says="strikes = ${1 + (i % 50)}" when="${1000 + i}"}.\n\n`)}`;

  it('is compared with them as far as is told', async () => {
    assert.deepEqual(await findings(fixture(MOST_PARTS_COMPARED), 'claim-contradiction'), []);
    const found = await findings(fixture(MOST_PARTS_COMPARED + 1), 'claim-contradiction');
    assert.equal(found.length, 1);
    assert.equal(found[0]!.severity, 'hint');
    assert.match(found[0]!.message, /^It was not compared with all claims/);
  });
});

describe('a claim that implies very much', () => {
  const chain = (n: number, end: string) =>
    `//- a.md\n${each(n, (i) => `[Claim ${i}]{.claim #c${i} by="s${i % 2}" implies="#c${i + 1}"}.\n\n`)}[Last]{.claim #c${n} by="s0"${end}}.\n`;
  const clash =
    ' about="guild" says="trusted = no"}.\n\n[Yes]{.claim #yes by="s1" about="guild" says="trusted = yes"';

  it('is followed to a contradiction, or it is told that it was not', async () => {
    const found = await findings(chain(FARTHEST + 100, clash), 'claim-commitment');
    const told = found.filter(({ message }) => message.includes(`over ${FARTHEST} claims at the most`));
    // The first of them lead too far; of the others the nearest to the end of each asserter is told.
    assert.equal(told.length, 101);
    assert.ok(told.every(({ severity }) => severity === 'hint'));
    assert.ok(found.length > told.length);
  });

  it('is not remarked on where nothing contradicts', async () => {
    assert.deepEqual(await findings(chain(FARTHEST + 100, ''), 'claim-commitment'), []);
  });

  it('is found in a circle however long it is', async () => {
    const ring = (n: number) =>
      `//- a.md\n${each(n, (i) => `[Claim ${i}]{.claim #c${i} supports="#c${(i + 1) % n}"}.\n\n`)}`;
    const long = await findings(ring(FARTHEST * 2), 'claim-circular');
    assert.equal(long.length, FARTHEST * 2);
    assert.match(long[0]!.message, /by way of more than 500 other claims/);
    const [short] = await findings(ring(30), 'claim-circular');
    assert.match(short!.message, /“Claim 8” and 21 more\. Take one/);
    assert.equal(short!.related.length, 20);
  });
});

describe('a claim that says very much', () => {
  it('is read as far as is told', async () => {
    const parts = (n: number) => each(n, (i) => `p${i} = yes; `);
    const says = (n: number) => `//- a.md\n[Words]{.claim #c about="guild" says="${parts(n)}"}.\n`;
    assert.deepEqual(await findings(says(500), 'value-invalid'), []);
    const [told, ...others] = await findings(says(501), 'value-invalid');
    assert.deepEqual(others, []);
    assert.match(told!.message, /^Only the first 500 parts/);
    const about = (n: number) => `//- a.md\n[Words]{.claim #c about="${each(n, (i) => `g${i} `)}" says="${parts(100)}"}.\n`;
    assert.deepEqual(await findings(about(50), 'value-invalid'), []);
    assert.match((await findings(about(51), 'value-invalid'))[0]!.message, /more than 5000 statements/);
  }); // prettier-ignore

  it('contradicts itself once, however often it says so', async () => {
    const says = '//- a.md\n[Words]{.claim #c about="guild" says="' + 'trusted = yes; trusted = no; '.repeat(240) + '"}.\n';
    const [found, ...others] = await findings(says, 'claim-self-contradiction');
    assert.deepEqual(others, []);
    assert.doesNotMatch(found!.message, /points more/);
  }); // prettier-ignore
});

describe('places', () => {
  it('lie in each other over any distance, and a circle is told in a few words', async () => {
    const n = 3000;
    const places = `//- sicetnon.yaml\nplaces:\n${each(n, (i) => `  p${i}: p${i + 1}\n`)}`;
    const told = (where: string) =>
      findings(
        `${places}//- a.md\n[Yes]{.claim #a by="s" about="g" says="t = yes" where="p0"}. [No]{.claim #b by="u" about="g" says="t = no" where="${where}"}.\n`,
        'claim-contradiction',
      );
    assert.equal((await told(`P${n}`)).length, 2);
    assert.deepEqual(await told('q'), []);
    const [circle] = await findings(`${places}  p${n}: p0\n`, 'project-invalid');
    assert.ok(circle!.message.length < 200, circle!.message);
    assert.match(
      circle!.message,
      /p3000 lies in p0 lies in p1 lies in p2 lies in … lies in p2999 lies in p3000/,
    );
  });
});
