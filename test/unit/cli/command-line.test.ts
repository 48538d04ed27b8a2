import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { commandLine, inspected } from './command-line.ts';

const SCHEMAS = fileURLToPath(new URL('../../../docs/schema', import.meta.url));

/** What the tests look at of SARIF. */
interface SarifRun {
  readonly results: [{ ruleId: string; level: string; locations: [{ physicalLocation: unknown }] }];
  readonly tool: { readonly driver: { readonly rules: [{ id: string }] } };
}

describe('the command line', () => {
  const { write, run, folder } = commandLine();

  it('exits with 0 and says so when nothing is wrong', async () => {
    const { code, out } = await run(['check']);
    assert.equal(code, 0, out);
    assert.equal(
      out,
      'No findings in 4 files.\n2 citations: 2 found; 1 place: 1 with nothing to compare with.\n',
    );
  });

  it('says why nothing is told of a file that was named', async () => {
    write('package.json', '{"private": true}\n');
    write('great.bib', `% ${'a'.repeat(2_000_000)}\n@book{a, title = {A}}\n`);
    write('great.md', `${'a'.repeat(2_000_000)}\n`);
    const other =
      /^Nothing is told of “package\.json”\. It is no text, bibliography or register of this folder\.\n$/;
    const large = (name: string) =>
      new RegExp(`^Nothing is told of “${name}”\\. This file is larger than 1 MB and is not read`);
    const limit = ['--max-file-size', '1'];
    for (const [args, code, complaint] of [
      [['check', 'package.json'], 0, other],
      [['inspect', 'package.json'], 0, other],
      [['check', 'great.bib', ...limit], 2, large('great\\.bib')],
      [['inspect', 'great.md', ...limit], 2, large('great\\.md')],
      [['inspect', 'works.bib'], 0, /“works\.bib”\. It is no text\.\n$/],
    ] as const) {
      const ended = await run([...args]);
      assert.match(ended.complaints, complaint);
      assert.equal(ended.code, code, args.join(' '));
    }
    assert.doesNotMatch((await run(['check', 'works.bib', 'notes/good.md'])).complaints, /Nothing is told/);
  });

  it('says what was checked, in every format', async () => {
    write('sicetnon.yaml', 'bibliography: [works.bib]\nsources: {text.txt: meyer2011}\n');
    write(
      'works.bib',
      '@article{meyer2011, author = {Meyer, Lena}, title = {Dockers}, date = {2011}, pages = {1--2}}\n@article{roth, title = {Other}}\n',
    );
    write(
      'text.txt',
      `[p. 1] The foremen stood by the gate each morning. ${'They counted those who went in. '.repeat(40)}\n\n[p. 2] And so on.\n\n[p. 3] So it ended.\n`,
    );
    write(
      'notes/good.md',
      'They “stood by the gate each morning” [@meyer2011, p. 1], “stood by the door each morning” [@meyer2011, p. 9], “danced on the roof of the exchange” [@meyer2011] and “sang in another book altogether” [@roth; @nobody].\n',
    );
    const { out } = await run(['check', 'notes']);
    assert.match(
      out,
      /\n4 quotations: 1 verified, 1 altered, 1 absent, 1 without a text to check against\.\n$/,
    );
    const checks = {
      quotations: { verified: 1, altered: 1, absent: 1, 'no-text': 1 },
      citations: { found: 4, missing: 1 },
      locators: { confirmed: 1, impossible: 1 },
    };
    const json = JSON.parse((await run(['check', '--format', 'json'])).out) as {
      checks: object;
      files: { path: string; checks: object }[];
    };
    assert.deepEqual(json.checks, checks);
    assert.deepEqual(json.files.find((file) => file.path === 'notes/good.md')!.checks, checks);
    assertValid('check.schema.json', json);
    const sarif = JSON.parse((await run(['check', '--format', 'sarif'])).out) as {
      runs: { properties: object }[];
    };
    assert.deepEqual(sarif.runs[0]!.properties, { checks });
    const [file] = inspected((await run(['inspect', 'notes'])).out);
    assert.deepEqual(
      file!.quotations.map(({ verdict, reason }) => [verdict, reason]),
      [
        ['verified', null],
        ['altered', null],
        ['absent', null],
        ['unchecked', 'no-text'],
      ],
    );
    assert.deepEqual(
      file!.citations.map(({ verdict, locatorVerdict }) => [verdict, locatorVerdict]),
      [
        ['found', 'confirmed'],
        ['found', 'impossible'],
        ['found', null],
        ['found', null],
        ['missing', null],
      ],
    );
  });

  it('counts what is cited by names and years, by a bibliography or a list of the text’s own', async () => {
    write('sicetnon.yaml', 'bibliography: [works.bib]\nrules: {entry-uncited: off}\n');
    write(
      'works.bib',
      '@article{meyer2011, author = {Meyer, Lena}, title = {Dockers}, date = {2011}, pages = {1--9}}\n',
    );
    write(
      'notes/good.md',
      'They “stood by the gate” (Meyer, 2011: 4), and left (Meyer 2011, p. 12; Roth, 1999: 3).\n',
    );
    write(
      'notes/listed.md',
      'So it is (Adler, 2003: 4; Adler 2003, p. 1; Nobody, 1998).\n\n## References\n\nAdler, C. (2003) Owners of the quays. *Pit Review* 2: 3–12.\n',
    );
    const { checks } = JSON.parse((await run(['check', '--format', 'json', 'notes'])).out) as {
      checks: object;
    };
    assert.deepEqual(checks, {
      quotations: { 'no-text': 1 },
      citations: { found: 4, missing: 1, unsure: 1 },
      locators: { possible: 2, impossible: 2, unchecked: 1 },
    });
    const [drafted] = inspected((await run(['inspect', 'notes'])).out);
    assert.deepEqual(
      drafted!.citations.map(({ key, verdict, locatorVerdict }) => [key, verdict, locatorVerdict]),
      [
        ['meyer2011', 'found', 'possible'],
        ['meyer2011', 'found', 'impossible'],
        [null, 'missing', 'unchecked'],
      ],
    );
    assert.deepEqual(
      drafted!.quotations.map(({ from, verdict, reason }) => [from, verdict, reason]),
      [['meyer2011', 'unchecked', 'no-text']],
    );
  });

  it('says that nothing was checked where nothing is cited', async () => {
    const empty = path.join(folder(), 'empty');
    write('empty/plain.md', 'Nothing here.\n');
    assert.equal((await run(['check'], false, empty)).out.startsWith('No findings in '), true);
    rmSync(path.join(folder(), 'sicetnon.yaml'));
    assert.equal(
      (await run(['check'], false, empty)).out,
      'No findings in 1 file; no quotation or citation in them was checked.\n',
    );
  });

  it('reads a library of one’s own for texts that name no bibliography', async () => {
    write('project/a.md', '[@hallam1987; @nobody]\n');
    write('library/library.bib', '@book{hallam1987, title = {Bread}}\n');
    rmSync(path.join(folder(), 'sicetnon.yaml'));
    const project = path.join(folder(), 'project');
    assert.equal((await run(['check'], false, project)).code, 0);
    const { out } = await run(['check', '--bibliography', '../library/library.bib'], false, project);
    assert.match(
      out,
      /^a\.md:1:3 {2}information {2}bibliography-unnamed[^]*\na\.md:1:16 {2}error {2}citation-undefined/,
    );
    assert.equal((await run(['check', '--bibliography', 'gone.bib'], false, project)).code, 2);
  });

  it('reads outside of the folder where it is allowed', async () => {
    write('project/a.md', '---\nbibliography: ../library/library.bib\n---\n\n[@hallam1987; @nobody]\n');
    write('library/library.bib', '@book{hallam1987, title = {Bread}}\n');
    rmSync(path.join(folder(), 'sicetnon.yaml'));
    const project = path.join(folder(), 'project');
    const quiet = await run(['check'], false, project);
    assert.match(
      quiet.out,
      /^a\.md:2:15 {2}information {2}bibliography-unreadable\n[^]*\n1 for information in 1 file/,
    );
    for (const allowed of ['../library', path.join(folder(), 'library')])
      assert.match((await run(['check', '--allow', allowed], false, project)).out, /^a\.md:5:16 {2}error/);
    const refused = await run(['check', '--allow', 'nowhere'], false, project);
    assert.equal(refused.code, 2);
    assert.equal(refused.complaints, '“nowhere” is no folder for --allow.\n');
  });

  it('reads a bibliography that nobody names, unless it is told not to', async () => {
    rmSync(path.join(folder(), 'sicetnon.yaml'));
    write('notes/bad.md', 'Dockers [@meyer2011] and owners [@nobody].\n');
    const { out } = await run(['check', 'notes/bad.md', '.']);
    assert.match(out, /notes\/bad\.md:1:11 {2}information {2}bibliography-unnamed/);
    assert.match(out, /notes\/bad\.md:1:35 {2}error {2}citation-undefined/);
    assert.equal((await run(['check', '--no-found-bibliographies', '.'])).code, 0);
  });

  it('checks a bibliography alone, though nothing cites from it, and leaves other data alone', async () => {
    rmSync(path.join(folder(), 'sicetnon.yaml'));
    write('more/works.bib', '@book(ama, title = {T}, year = 2000)\n');
    write('more/works.json', '[{"id": "ama", "type": "book", "title": "T", "issued": 2001}]\n');
    write('more/package.json', '{"name": "T", "issued": 2001}\n');
    write('more/text.md', 'Nothing is cited.\n');
    const { out } = await run(['check', 'more/works.bib', 'more/works.json', 'more/package.json']);
    assert.match(out, /more\/works\.bib:1:6 {2}warning {2}bibliography-refused/);
    assert.match(out, /more\/works\.json:1:\d+ {2}warning {2}bibliography-refused/);
    assert.match(out, /2 warnings in 2 files/);
    assert.equal((await run(['check', 'more'])).code, 0);
    write('more/text.md', 'It is cited [@ama].\n');
    write('more/works.bib', '@book{ama, title = {T}, year = 2000}\n@book(bo, title = {T}, year = 2000)\n');
    assert.match((await run(['check', 'more/works.bib'])).out, /works\.bib:2:6 {2}warning/);
  });

  it('refuses files over the limit for their size, and sizes that are none', async () => {
    write('notes/large.md', `${'Words. '.repeat(200)}\n`);
    assert.equal((await run(['check'])).code, 0);
    const { code, out } = await run(['check', '--max-file-size', '0.001']);
    assert.equal(code, 1);
    assert.match(out, /notes\/large\.md[^]*file-unreadable/);
    assert.doesNotMatch(out, /│/, 'what is not read is not quoted');
    for (const size of ['', '0', '-1', '64MB', '1e9']) {
      const refused = await run(['check', `--max-file-size=${size}`]);
      assert.equal(refused.code, 2, size);
      assert.match(refused.complaints, /is no size for --max-file-size: it is a number of megabytes/);
    }
  });

  it('exits with 1 and shows the line and a mark under the words', async () => {
    write('notes/bad.md', 'It lasted nine days[^lost].\n');
    const { code, out } = await run(['check', 'notes']);
    assert.equal(code, 1);
    assert.equal(
      out,
      [
        'notes/bad.md:1:20  error  footnote-undefined',
        '  Note “lost” is called here but not written. Add a paragraph that begins with “[^lost]:”.',
        '  1 │ It lasted nine days[^lost].',
        '    │                    ^^^^^^^',
        '',
        '1 error in 2 files.',
        '',
      ].join('\n'),
    );
  });

  it('puts the mark under the right letters behind wide ones, and cuts a long line around it', async () => {
    write('notes/bad.md', `工人们[^lost]。\n\n${'word '.repeat(60)}[^gone]${' word'.repeat(60)}\n`);
    const { out } = await run(['check', 'notes/bad.md']);
    const lines = out.split('\n');
    assert.equal(lines[2], '  1 │ 工人们[^lost]。');
    assert.equal(lines[3], `    │ ${' '.repeat(6)}^^^^^^^`);
    const marked = lines.findIndex((line) => line.includes('… word'));
    assert.ok(lines[marked]!.length < 120);
    assert.equal(lines[marked]!.indexOf('[^gone]'), lines[marked + 1]!.indexOf('^^^^^^^'));
  });

  it('uses colour on a terminal only', async () => {
    write('notes/bad.md', 'Nine days[^lost].\n');
    assert.ok(!(await run(['check'])).out.includes('\u001B['));
    assert.ok((await run(['check'], true)).out.includes('\u001B[31m'));
  });

  it('exits with 2 and one sentence when it cannot run', async () => {
    for (const args of [
      ['check', 'nowhere.md'],
      ['check', '--format', 'xml'],
      ['proof'],
      [],
      ['check', '--colour'],
    ]) {
      const { code, out, complaints } = await run(args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(out, '');
      assert.notEqual(complaints, '');
      assert.ok(!complaints.includes('    at '), complaints);
    }
  });

  it('prints findings as JSON of the published schema', async () => {
    write('notes/bad.md', '[A]{.claim #a} [@meyer2011].\n\n[B]{.claim #a contradicts="#a"}[^lost].\n');
    const { code, out } = await run(['check', '--format', 'json']);
    assert.equal(code, 1);
    const report = JSON.parse(out) as { files: { path: string; findings: unknown[] }[] };
    assertValid('check.schema.json', report);
    assert.deepEqual(
      report.files.map((file) => [file.path, file.findings.length > 0]),
      [
        ['actors.yaml', false],
        ['notes/bad.md', true],
        ['notes/good.md', false],
        ['sicetnon.yaml', false],
        ['works.bib', false],
      ],
    );
  });

  it('prints findings as SARIF, counted from one', async () => {
    write('notes/bad.md', 'Nine days[^lost].\n');
    const { out } = await run(['check', '--format', 'sarif']);
    const { version, runs } = JSON.parse(out) as { version: string; runs: [SarifRun] };
    assert.equal(version, '2.1.0');
    const [{ results, tool }] = runs;
    const [result] = results;
    assert.equal(result.ruleId, 'footnote-undefined');
    assert.equal(result.level, 'error');
    assert.deepEqual(result.locations[0].physicalLocation, {
      artifactLocation: { uri: 'notes/bad.md' },
      region: { startLine: 1, startColumn: 10, endLine: 1, endColumn: 17 },
    });
    assert.equal(tool.driver.rules[0].id, 'footnote-undefined');
  });

  it('prints everything that was read in the promised form', async () => {
    write(
      'found.txt',
      'The owners gave way (Lee and Shen, 2011: 174).¹\n\nNOTES\n\n1. Meyer.\n\nREFERENCES\n\nLee CK and Shen Y (2011) The delta. Quarterly 4(2): 173–187.\nMeyer L (2009) Dockers. Hamburg: Press.\n',
    );
    const { code, out } = await run(['inspect', '.', '--format', 'json']);
    assert.equal(code, 0);
    const files = inspected(out);
    assertValid('inspect.schema.json', { files });
    const good = files.find((file) => file.path === 'notes/good.md')!;
    assert.deepEqual(good.citations[0], {
      style: 'pandoc',
      mode: 'NormalCitation',
      text: 'see @meyer2011, p. 4, my italics',
      key: 'meyer2011',
      prefix: 'see',
      locator: 'p. 4',
      locatorVerdict: 'unchecked',
      verdict: 'found',
      suffix: ', p. 4, my italics'.replace('p. ', 'p.\u00A0'),
      range: { start: { line: 0, character: 9 }, end: { line: 0, character: 41 } },
      targets: [
        {
          path: 'works.bib',
          key: 'meyer2011',
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 74 } },
        },
      ],
      status: 'resolved',
    });
    write('notes/against.md', 'So not [@disagreesWith:meyer2011].\n');
    const against = inspected((await run(['inspect', 'notes/against.md'])).out);
    assertValid('inspect.schema.json', { files: against });
    assert.equal(against[0]!.citations[0]!.intent, 'disagreesWith');
    const [marker, definition] = good.notes;
    assert.equal(marker?.kind, 'marker');
    assert.deepEqual(marker.target, definition?.range);
    assert.equal(definition?.target, null);
    const found = files.find((file) => file.path === 'found.txt')!;
    const [dated] = found.citations.filter((citation) => citation.style === 'author-year');
    assert.equal(dated?.status, 'resolved');
    assert.equal(dated.locator, '174');
    const [reference] = found.references as { range: unknown }[];
    assert.deepEqual(dated.targets[0]?.range, reference?.range);
  });

  it('finds the project above a file, and reads a file that the project leaves out when it is named', async () => {
    write('drafts/aside.txt', 'Nine days[^lost].\n');
    write('sicetnon.yaml', 'bibliography: [works.bib]\nactors: [actors.yaml]\ninclude: ["notes/**"]\n');
    const named = await run(['check', 'aside.txt'], false, path.join(folder(), 'drafts'));
    assert.match(named.out, /^aside\.txt:1:10 {2}error/);
    assert.equal((await run(['check'])).code, 0);
  });

  it('tells its version and how it is used', async () => {
    assert.match((await run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
    assert.match((await run(['--help'])).out, /sicetnon check/);
  });

  function assertValid(schema: string, data: unknown): void {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(
      JSON.parse(readFileSync(path.join(SCHEMAS, schema), 'utf8')),
    );
    assert.ok(validate(data), JSON.stringify(validate.errors, null, 1));
  }
});
