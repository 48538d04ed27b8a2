/** The examples of all rules are told of alike however their texts are typed, and whatever else stands around them. */
import assert from 'node:assert/strict';
import { allRules } from '../../server/src/rules/all.ts';
import { workspaceFrom } from '../support/check.ts';
import { parseFixture } from '../support/fixture.ts';

type Change = (text: string) => string;
type Texts = Readonly<Record<string, string>>;

/** Changes what comes after the front matter. */
const body =
  (change: Change): Change =>
  (text) => {
    const head = /^---\n[^]*?\n(?:---|\.\.\.)\n/.exec(text)?.[0] ?? '';
    return head + change(text.slice(head.length));
  };

/** Changes each paragraph that is nothing but prose, in a text without code. */
const paragraphs = (change: Change): Change =>
  body((text) =>
    /^(?:```|~~~)/m.test(text)
      ? text
      : text
          .split(/(\n{2,})/)
          .map((part) => (isProse(part.replace(/\n$/, '')) ? change(part) : part))
          .join(''),
  );

function isProse(part: string): boolean {
  return (
    /^[\p{L}“"‘'[@]/u.test(part) &&
    !/^\[\^[^\]]+\]:/.test(part) &&
    !/\n(?:\s|[-*+>|:#<=]|\d+[.)]|\[\^|```|~~~)/.test(part)
  );
}

const OF_TEXTS: Readonly<Record<string, Change>> = {
  'with Windows’ line ends': (text) => text.replace(/\n/g, '\r\n'),
  'with a byte order mark': (text) => `\ufeff${text}`,
  'with comments between paragraphs': paragraphs((part) => `<!-- a remark -->\n\n${part}`),
  'with comments after paragraphs': paragraphs((part) => part.replace(/\n?$/, ' <!-- a remark -->$&')),
  'with lines that end elsewhere': paragraphs((part) =>
    part.replace(/(?<=[\p{L},;”"]) (?=[\p{L}“"@[])/gu, (blank, at) => (at % 3 === 0 ? '\n' : blank)),
  ),
  'with blanks at line ends': paragraphs((part) => part.replace(/\n(?=.)/g, ' \n')),
  'with no-break spaces before pages': (text) => text.replace(/\b(pp?|S)\. (?=\d)/g, '$1.\u00a0'),
  'with straight marks': body((text) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")),
  'with accents as signs of their own': body((text) => text.normalize('NFD')),
  'with more blank lines': body((text) => text.replace(/\n{2,}/g, '\n\n\n')),
  'without an end of the last line': (text) => text.replace(/\n+$/, ''),
  'with names before classes': body((text) => text.replace(/\{\.(claim|actor|quote) (#[\w-]+)/g, '{$2 .$1')),
  'with values in single marks': body((text) =>
    text.replace(/\{[^{}\n]*\}/g, (attributes) => attributes.replace(/="([^"'{}]*)"/g, "='$1'")),
  ),
  'after a foreword': body((text) => `A foreword that says nothing.\n\n${text}`),
  'before an afterword': body((text) => text.replace(/\n*$/, '\n\nAn afterword that says nothing.\n')),
  'after a list, a table and code': body(
    (text) =>
      `- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n\`\`\`\n[@nobody] [^none]\n\`\`\`\n\n${text}`,
  ),
  'in a div': body((text) => `::: {.part}\n\n${text.replace(/\n*$/, '\n\n')}:::\n`),
};

const OF_BIBLIOGRAPHIES: Readonly<Record<string, Change>> = {
  'with types in capitals': (text) => text.replace(/^@\w+/gm, (type) => type.toUpperCase()),
  'with values in quotation marks': (text) => text.replace(/= \{([^{}"@]*)\}/g, '= "$1"'),
  'without blanks': (text) => text.replace(/ = /g, '='),
  'with remarks between entries': (text) => `% a remark\n@comment{nothing}\n${text}`,
};

const OF_PROJECTS: Readonly<Record<string, Change>> = {
  'with remarks': (text) => `# a remark\n${text}# an end\n`,
  'with keys in marks': (text) => text.replace(/^([\w-]+):/gm, '"$1":'),
};

const WAYS: readonly [kind: string, files: RegExp, ways: Readonly<Record<string, Change>>][] = [
  ['texts', /^(?!sources\/).*\.(?:md|qmd|Rmd)$/, OF_TEXTS],
  ['bibliographies', /\.bib$/, OF_BIBLIOGRAPHIES],
  ['projects', /\.ya?ml$/, OF_PROJECTS],
];

/** What is told otherwise, with the reason. */
const OTHERWISE: ReadonlySet<string> = new Set([
  'text-unread in a div', // one level deeper
]);

/** What is told of all files, without the numbers of lines and the forms of marks. */
async function told(texts: Texts): Promise<string[]> {
  const service = await workspaceFrom(texts);
  const plain = (message: string) =>
    message
      .normalize('NFC')
      .replace(/\bline \d[\d,]*/g, 'line N')
      .replace(/[“”"‘’']/g, '"')
      .replace(/\s+/g, ' ');
  return Object.keys(texts)
    .flatMap((path) =>
      service
        .check(path)
        .findings.map(({ code, severity, message }) => `${path} ${code} ${severity} ${plain(message)}`),
    )
    .sort();
}

describe('The examples of a rule are told of alike', () => {
  for (const { code, examples } of allRules)
    it(code, async () => {
      for (const { fixture } of examples) {
        const texts = Object.fromEntries(parseFixture(fixture).map(({ path, text }) => [path, text]));
        const known = await told(texts);
        for (const [kind, files, ways] of WAYS)
          for (const [way, change] of Object.entries(ways)) {
            const changed = Object.fromEntries(
              Object.entries(texts).map(([path, text]) => [path, files.test(path) ? change(text) : text]),
            );
            if (
              OTHERWISE.has(`${code} ${way}`) ||
              Object.keys(texts).every((path) => texts[path] === changed[path])
            )
              continue;
            assert.deepEqual(await told(changed), known, `${kind} ${way}`);
          }
      }
    });
});
