/** Generates the pages of the rules. */
import type { Rule } from '../server/src/checking/rule.ts';
import { whatItReports } from '../server/src/checking/rule-words.ts';
import { parseFixture, type FixtureFile } from '../test/support/fixture.ts';

const MADE = '<!-- Made from the rule by `npm run generate`; a test tells when it is stale. -->';

/** Path below `docs/` → content, for every rule and their list. */
export function rulePages(rules: readonly Rule[]): Map<string, string> {
  const pages = new Map<string, string>();
  pages.set('rules/README.md', overview(rules));
  for (const rule of rules) pages.set(`rules/${rule.code}.md`, page(rule));
  return pages;
}

function overview(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) => `| [\`${rule.code}\`](${rule.code}.md) | ${rule.title} | ${rule.severity} |`,
  );
  return (
    [
      MADE,
      '# The rules',
      'Each rule has a code, which the Problems panel shows and links to its page. A severity is set in the',
      'settings (`sicetnon.rules`), or for everybody who works on a project in its `sicetnon.yaml`:',
      '```yaml\nrules:\n  claim-open: hint\n  footnote-unused: off\n```',
      ['| code | what it reports | severity |', '|---|---|---|', ...rows].join('\n'),
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function page(rule: Rule): string {
  const parts = [
    MADE,
    `# ${rule.title}`,
    `\`${rule.code}\`, severity: **${rule.severity}**`,
    whatItReports(rule),
    `**Why.** ${rule.why}`,
    '## Examples',
  ];
  for (const example of rule.examples) {
    parts.push(`### ${example.title}`);
    const files = parseFixture(example.fixture);
    for (const file of files) {
      if (files.length > 1) parts.push(`\`${file.path}\``);
      parts.push(`${fence(file.text)}${language(file.path)}\n${withMarks(file)}\n${fence(file.text)}`);
    }
  }
  parts.push(
    '## To silence it',
    `Once: \`<!-- sicetnon-disable-next-line ${rule.code}: the reason -->\` on the line before. For a whole file: \`<!-- sicetnon-disable-file ${rule.code}: the reason -->\`.`,
  );
  return `${parts.join('\n\n')}\n`;
}

function fence(text: string): string {
  let ticks = '```';
  while (text.includes(ticks)) ticks += '`';
  return ticks;
}

function language(path: string): string {
  return path.endsWith('.yaml')
    ? 'yaml'
    : path.endsWith('.bib')
      ? 'bibtex'
      : path.endsWith('.json')
        ? 'json'
        : 'markdown';
}

/** The text with a line of carets under each range. */
function withMarks(file: FixtureFile): string {
  let offset = 0;
  const lines: string[] = [];
  for (const line of file.text.replace(/\n$/, '').split('\n')) {
    lines.push(line);
    for (const range of file.ranges) {
      if (range.from < offset || range.from > offset + line.length) continue;
      const width = Math.max(1, Math.min(range.to, offset + line.length) - range.from);
      lines.push(`${' '.repeat(range.from - offset)}${'^'.repeat(width)} ${range.tag}`);
    }
    offset += line.length + 1;
  }
  return lines.join('\n');
}
