import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toArgdown } from '../../../server/src/features/views/argdown.ts';
import { matrixCsv } from '../../../server/src/features/views/matrix-csv.ts';
import type { ClaimMap, EvidenceMatrix } from '../../../server/src/protocol/pictures.ts';
import type { ViewedClaim } from '../../../server/src/protocol/views.ts';
import { compositions, HOSTILE } from '../../support/hostile.ts';
import { runs } from '../../support/runs.ts';

/** Cells as a spreadsheet finds them (RFC 4180) where `sign` parts them; quotation marks count at the head of a cell. */
function cellsOf(csv: string, sign: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let cell = '';
    if (csv[at] === '"') {
      at++;
      for (; at < csv.length; at++) {
        if (csv[at] !== '"') cell += csv[at];
        else if (csv[at + 1] === '"') cell += csv[++at];
        else break;
      }
      at++;
    }
    while (at < csv.length && csv[at] !== sign && csv[at] !== '\n' && csv[at] !== '\r') cell += csv[at++];
    cells.push(cell);
    if (csv[at] === '\r' && csv[at + 1] === '\n') at++;
    at++;
  }
  return cells;
}

/** What spreadsheets run, as they read it: blanks in front and wide signs make no difference. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;

function matrixOf(text: string): string {
  const matrix = {
    sources: [{ key: 'k', name: text }],
    rows: [
      {
        key: '1',
        subject: text,
        text,
        code: text,
        verdict: 'single',
        cells: { k: { stance: 'asserts', conflict: 'settled', reason: text, reported: false } },
      },
    ],
  } as unknown as EvidenceMatrix;
  return matrixCsv(matrix);
}

describe('the evidence matrix as CSV', () => {
  const check = (text: string): void => {
    const csv = matrixOf(text);
    for (const sign of [',', ';', '\t', '|'])
      for (const cell of cellsOf(csv, sign))
        assert.doesNotMatch(cell, FORMULA, `${JSON.stringify(sign)} in ${csv}`);
    // Where commas part cells, each is what it was, but for apostrophes.
    const cells = cellsOf(csv, ',');
    assert.equal(cells.length, 10, csv);
    assert.equal(cells[5]!.replaceAll("'", ''), text.replaceAll("'", ''));
  };
  const payloads = [
    '=1+1', ' =1+1', '\u00A0=1', '\u3000＝1', '\t=1', '\r=1', '\n@SUM(A1)', '＋1', '－1', '＠x', '﹦1', 'a;=1+1', 'a; =1+1', 'a;\u200B=1', 'a;"=1"', 'a";=1', 'a\t=1', 'a\n=1', 'a|=1', ';;=1', ';', "'=1", '"=1', '"";=1', '-5', 'a - b', 'a; b', '\uFEFF=1', '\u0000=1', "='x'!A1", '=cmd|\' /C calc\'!A0', 'a;;;-1',
  ]; // prettier-ignore
  for (const text of [...payloads, ...HOSTILE]) it(JSON.stringify(text), () => check(text));
  it('whatever it holds', () => {
    const unit = fc.constantFrom(...'=+-@＝＠;,|"\' \t\r\n\u00A0\u200Ba1'.split(''));
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 14 }).map((parts) => parts.join('')),
        check,
      ),
      { numRuns: runs(4000) },
    );
  });
  it('leaves alone what is no formula', () => {
    assert.ok(matrixOf('Müller; the hall, 1349 – 5').includes('"Müller; the hall, 1349 – 5"'));
  });
});

function mapOf(texts: readonly string[]): ClaimMap {
  const claims = texts.map(
    (text, i): ViewedClaim =>
      ({
        key: `${text}${i}`,
        label: text,
        text,
        path: text,
        line: i,
        asserters: [text],
        standing: 'standing',
      }) as unknown as ViewedClaim,
  );
  return {
    nodes: claims.map((claim) => ({ claim, outside: false })),
    edges: claims
      .slice(1)
      .map(({ key }) => ({ kind: 'supports', from: claims[0]!.key, to: key, settled: false })),
    leftOut: 0,
  } as unknown as ClaimMap;
}

interface ReadArgdown {
  readonly heading: string;
  readonly statements: readonly {
    readonly title: string;
    readonly text: string;
    readonly supports: readonly string[];
  }[];
}

/** Reads Argdown back, as its grammar has it: comments go first, a backslash takes the next letter for itself. */
function readArgdown(argdown: string): ReadArgdown {
  const plain = argdown
    .replace(/\n[ \t]*\/\/[^\n\r]*/g, '')
    .replace(/\\[\s\S]|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*|<!--[\s\S]*?-->/g, (found) =>
      found.startsWith('\\') ? found : '',
    )
    .replace(/[ \t]+$/gm, '');
  const [head, ...blocks] = plain.split(/(?:\r?\n){2,}/);
  const heading = /^#(?: (.*))?$/.exec(head!);
  assert.ok(heading, head);
  const statements = blocks.map((block) => {
    const [first, ...relations] = block
      .trimEnd()
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    const statement = /^\[([^[\]]+)\]:(?: (.*))?$/.exec(first!);
    assert.ok(statement, JSON.stringify(first));
    const supports = relations.map((line) => {
      const relation = /^ {2}\+> \[([^[\]]+)\]$/.exec(line);
      assert.ok(relation, JSON.stringify(line));
      return relation[1]!;
    });
    assert.doesNotMatch(statement[2] ?? '', /(?<!\\)(?:\\\\)*[[\]<>*_#@{}]/);
    return { title: statement[1]!, text: unescaped(statement[2] ?? ''), supports };
  });
  return { heading: unescaped(heading[1] ?? ''), statements };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gu, '$1').replaceAll('\u2060', '');
}

function shown(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').trim();
}

describe('the claim map in Argdown, read back', () => {
  const check = (texts: readonly string[]): void => {
    const argdown = toArgdown(mapOf(texts), texts[0]!);
    const { heading, statements } = readArgdown(argdown);
    assert.equal(statements.length, texts.length, argdown);
    assert.equal(new Set(statements.map(({ title }) => title)).size, texts.length, argdown);
    assert.deepEqual(
      statements[0]!.supports,
      statements.slice(1).map(({ title }) => title),
      argdown,
    );
    if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(texts.join('').replace(/\s/g, ''))) return;
    assert.equal(heading, shown(texts[0]!));
    assert.deepEqual(
      statements.map(({ text }) => text),
      texts.map(shown),
      argdown,
    );
  };
  const payloads = ['a\n# forged', 'a\r\n\r\n[x]: y', 'a]: b', '[a', 'a // b', 'a /* b', '*/ c', '<!-- d', '-->', 'x\u0085# y', 'x\u2028# y', '', ']', '+> [b]', '===\ntitle: x\n===', '\\', 'a\\']; // prettier-ignore
  for (const text of [...payloads, ...HOSTILE])
    it(JSON.stringify(text), () => {
      check([text, text, `${text}[`]);
      check(['plain', text]);
    });
  it('whatever it holds', () =>
    fc.assert(fc.property(fc.array(compositions, { minLength: 1, maxLength: 4 }), check), {
      numRuns: runs(2000),
    }));
});
