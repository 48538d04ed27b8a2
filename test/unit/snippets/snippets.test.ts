import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ruleByCode } from '../../../server/src/rules/registry.ts';
import { workspaceOf } from '../../support/check.ts';
import { expand } from './expand.ts';
import { NO_PANDOC, skip } from '../../support/skip.ts';

const file = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

interface Snippet {
  readonly scope: string;
  readonly prefix: readonly string[];
  readonly body: string | readonly string[];
  readonly description: string;
}

const snippets = JSON.parse(file('snippets/sicetnon.code-snippets')) as Record<string, Snippet>;

function bodyOf({ body }: Snippet): string {
  return typeof body === 'string' ? body : body.join('\n');
}

/** What Pandoc must find in each, by the names of its elements; what is not named here must be a comment. */
const elements: Record<string, readonly string[]> = {
  Claim: ['Span'],
  'Claim with a proposition': ['Span'],
  'Claim of a time and a place': ['Span'],
  'Claim as a block': ['Div'],
  Report: ['Span'],
  'Claim with a status': ['Span'],
  'Claim with a certainty': ['Span'],
  'Claim with evidence': ['Span'],
  'Claim that contradicts': ['Span'],
  'Claim related to another': ['Span'],
  'Settle a conflict': ['Span', 'Cite'],
  Actor: ['Span'],
  Quotation: ['Span'],
  Citation: ['Cite'],
  'Citation in the text': ['Cite'],
  'Citation with an intent': ['Cite'],
  Note: ['Note'],
  'Note in the line': ['Note'],
  'Source still to be found': [],
};

function pandoc(context: Mocha.Context, text: string): string {
  const { stdout, error, stderr, status } = spawnSync('pandoc', ['-f', 'markdown', '-t', 'native'], {
    input: text,
    encoding: 'utf8',
  });
  if (error) {
    skip(context, NO_PANDOC);
  }
  assert.equal(status, 0, stderr);
  return stdout;
}

describe('the snippets', () => {
  it('expand to what is expected', () => {
    assert.deepEqual(expand('a ${1:b ${TM_SELECTED_TEXT:c}} ${2|d,e|} $1 ${3:$2} \\$0 \\} $0'), {
      text: 'a b c d b c d $0 } ',
      stops: [1, 2, 1, 3, 2, 0],
      choices: [['d', 'e']],
    });
    for (const broken of ['${1:a', '${1|a}', '${UNKNOWN}', '${1'])
      assert.throws(() => expand(broken), broken);
  });

  it('are contributed, each to every language of ours, whether or not an extension knows it', () => {
    const { contributes, activationEvents } = JSON.parse(file('package.json')) as {
      contributes: Record<string, unknown>;
      activationEvents: string[];
    };
    // Contributed under a language that is not installed, the editor would call them faulty.
    assert.deepEqual(contributes.snippets, [{ path: './snippets/sicetnon.code-snippets' }]);
    // A plain text is one as it was found: nobody writes spans into it.
    const languages = activationEvents
      .flatMap((event) => /^onLanguage:(.+)/.exec(event)?.[1] ?? [])
      .filter((language) => language !== 'plaintext');
    for (const { scope } of Object.values(snippets)) assert.deepEqual(scope.split(','), languages);
  });

  it('have prefixes of their own', () => {
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    assert.deepEqual(prefixes, [...new Set(prefixes)]);
  });

  for (const [name, snippet] of Object.entries(snippets))
    describe(name, () => {
      const { text, stops, choices } = expand(bodyOf(snippet));

      it('has stops that count from one without a gap, and ends at $0', () => {
        const numbers = [...new Set(stops)].sort((a, b) => a - b);
        assert.deepEqual(numbers, [...numbers.keys()]);
        assert.equal(stops.filter((stop) => stop === 0).length, 1);
        for (const each of choices) assert.ok(each.length > 1 && each.every((choice) => choice !== ''));
      });

      it('is read by Pandoc as what it is called', function () {
        const read = pandoc(this, text);
        const found = [...read.matchAll(/\b(Span|Div|Cite|Note)\b/g)].map(([, element]) => element!);
        assert.deepEqual([...new Set(found)], elements[name] ?? [], read);
        if (!(name in elements)) assert.match(read, /RawBlock\s*\(\s*Format "html"\s*\)\s*"<!-- sicetnon-/);
      });

      it('says nothing that means nothing', async () => {
        const { service } = await workspaceOf(`//- main.md\n${text}\n`);
        const senseless =
          /^(?:attribute-unknown|value-invalid|date-invalid|claim-duplicate|note-undefined|footnote-)/;
        const found = service.check('main.md').findings.filter(({ code }) => senseless.test(code));
        assert.deepEqual(found, []);
      });

      it('names rules that exist', () => {
        for (const [, code] of text.matchAll(/<!-- sicetnon-[a-z-]+ ([a-z-]+)/g))
          assert.ok(ruleByCode.has(code!), code);
      });
    });
});
