import assert from 'node:assert/strict';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import { workspaceOf } from '../../support/check.ts';
import { draw } from '../../support/fixture.ts';

const WORKS = `@book{meyer1998, author = {Meyer, Lena}, title = {Dockers}, date = {1998}}
@book{adler2014, author = {Adler, Carl}, title = {Owners}, date = {2014}}
`;
const PROJECT = (more = '') => `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
properties: {trusted: {type: boolean}}
${more}//- works.bib
${WORKS}//- actors.yaml
acftu:
  name: All-China Federation of Trade Unions
  aliases: [中华全国总工会, ACFTU]
`;
const NO = 'about="acftu" says="trusted = no"';
const YES = 'about="acftu" says="trusted = yes"';

/** Findings on conflicts, drawn with their severity. */
async function told(fixture: string): Promise<string> {
  const { service, files } = await workspaceOf(fixture);
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, text }) => {
      const lines = LineIndex.of(text);
      const findings = service.check(path).findings.filter(({ code }) => /contradiction$/.test(code));
      return draw(
        text,
        findings.map(({ severity, range }) => ({ tag: severity, ...lines.offsets(range) })),
      );
    })
    .join('');
}

describe('The ends of a conflict', () => {
  it('are the writer’s own, which tells it, and another, which leads there', async () => {
    const fixture = `${PROJECT()}//- a.md\n[No]{.claim #no ${NO}} [@meyer1998].\n//- b.md\n[Yes]{.claim #yes by="@adler2014" ${YES}} [@adler2014].\n`;
    assert.equal(
      await told(fixture),
      `⟦warning|[No]⟧{.claim #no ${NO}} [@meyer1998].\n⟦hint|[Yes]⟧{.claim #yes by="@adler2014" ${YES}} [@adler2014].\n`,
    );
    const { service } = await workspaceOf(fixture);
    const [here] = service.check('a.md').findings;
    assert.equal(
      here!.message,
      'ACFTU trusted: the writer, on Meyer (1998), says no, Adler (2014) yes. Neither gives a time, and nothing here settles it.',
    );
    assert.deepEqual(
      here!.related.map(({ path, message }) => `${path} ${message}`),
      ['b.md Adler (2014): “Yes”.', 'works.bib The source of the other claim.'],
    );
    const [there] = service.check('b.md').findings;
    assert.equal(
      there!.message,
      'ACFTU trusted: Adler (2014) says yes, the writer, on Meyer (1998), no. It is told at the other claim.',
    );
    assert.deepEqual(
      there!.related.map(({ path, message }) => `${path} ${message}`),
      ['a.md The writer, on Meyer (1998): “No”.'],
    );
  });
  it('are those of an earlier and of a later work, which tells it', async () =>
    assert.equal(
      await told(
        `${PROJECT()}//- a.md\n[Yes]{.claim by="@adler2014" ${YES}} [@adler2014].\n\n[No]{.claim by="@meyer1998" ${NO}} [@meyer1998].\n`,
      ),
      `⟦warning|[Yes]⟧{.claim by="@adler2014" ${YES}} [@adler2014].\n\n⟦hint|[No]⟧{.claim by="@meyer1998" ${NO}} [@meyer1998].\n`,
    ));
  it('are equals where the project wants both', async () =>
    assert.equal(
      await told(
        `${PROJECT('conflict-ends: both\n')}//- a.md\n[Yes]{.claim by="@adler2014" ${YES}} [@adler2014].\n\n[No]{.claim by="@meyer1998" ${NO}} [@meyer1998].\n`,
      ),
      `⟦warning|[Yes]⟧{.claim by="@adler2014" ${YES}} [@adler2014].\n\n⟦warning|[No]⟧{.claim by="@meyer1998" ${NO}} [@meyer1998].\n`,
    ));
  it('are red within the writer’s own claims alone', async () => {
    assert.equal(
      await told(
        `${PROJECT()}//- a.md\n[Yes]{.claim ${YES}} [@adler2014].\n\n[No]{.claim ${NO}} [@meyer1998].\n`,
      ),
      `⟦hint|[Yes]⟧{.claim ${YES}} [@adler2014].\n\n⟦error|[No]⟧{.claim ${NO}} [@meyer1998].\n`,
    );
    assert.equal(
      await told(
        `${PROJECT()}//- a.md\n[Yes]{.claim by="@adler2014" ${YES}} [@adler2014].\n\n[No]{.claim by="@adler2014" ${NO}} [@adler2014].\n`,
      ),
      `⟦hint|[Yes]⟧{.claim by="@adler2014" ${YES}} [@adler2014].\n\n⟦warning|[No]⟧{.claim by="@adler2014" ${NO}} [@adler2014].\n`,
    );
  });
  it('change places when a bibliography gives another year', async () => {
    const { service } = await workspaceOf(
      `${PROJECT()}//- a.md\n[Yes]{.claim #yes by="@adler2014" ${YES}} [@adler2014].\n//- b.md\n[No]{.claim #no by="@meyer1998" ${NO}} [@meyer1998].\n`,
    );
    const severities = () => ['a.md', 'b.md'].map((path) => service.check(path).findings[0]?.severity);
    assert.deepEqual(severities(), ['warning', 'hint']);
    service.open('works.bib', WORKS.replace('1998}}', '2020}}'));
    await service.settle();
    assert.deepEqual(severities(), ['hint', 'warning']);
  });
});
