import type { Library } from '../workspace/library.ts';
import type { Observation, Rule } from '../checking/rule.ts';

export const entryDuplicate: Rule = {
  code: 'entry-duplicate',
  severity: 'warning',
  title: 'Two entries of one key',
  what: 'An entry of a bibliography whose key an earlier entry of the same file has already.',
  why: 'Only one of them is printed, and not every program takes the same.',
  examples: [
    {
      title: 'One key, two books',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book{meyer2011, title = {Dockers}}
@book{⟦entry-duplicate|meyer2011⟧, title = {Owners}}
`,
    },
    {
      title: 'Two keys',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book{meyer2011a, title = {Dockers}}
@book{meyer2011b, title = {Owners}}
`,
    },
  ],
  checkFile: ({ kind, path }, { library }) =>
    kind === 'bibliography' ? duplicateEntries(path, library) : [],
};

/** The entries of the bibliography at `path` whose key stands before them already. */
function duplicateEntries(path: string, library: Library): Observation[] {
  const bibliography = library.bibliography(path);
  if (!bibliography) return [];
  const first = new Map<string, (typeof bibliography.content.entries)[number]>();
  const findings: Observation[] = [];
  for (const entry of bibliography.content.entries) {
    const earlier = first.get(entry.key.text);
    if (!earlier) {
      first.set(entry.key.text, entry);
      continue;
    }
    findings.push({
      range: entry.key.range,
      message: `The key “${entry.key.text}” is taken: line ${bibliography.lines.lineAt(earlier.key.range.from) + 1} has an entry of that key. Give one of them another key, or delete it.`,
      related: [{ path, range: earlier.key.range, message: 'The first entry of that key' }],
    });
  }
  return findings;
}
