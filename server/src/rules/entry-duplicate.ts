import type { EntryAt } from '../workspace/entry-at.ts';
import type { Library } from '../workspace/library.ts';
import { nameOf } from '../workspace/paths.ts';
import type { Observation, Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const entryDuplicate: Rule = {
  code: 'entry-duplicate',
  severity: 'warning',
  title: deferred('Two entries of one key'),
  what: deferred(
    'An entry of a bibliography whose key an earlier entry of the same file has already; and, where a text cites it first, a key under which two of its bibliographies have different works.',
  ),
  why: deferred('Only one of them is printed, and not every program takes the same.'),
  withoutFix: 'which of the entries is right only the person knows',
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
    {
      title: 'One key in two bibliographies',
      fixture: `//- one.bib
@book{meyer2011, title = {Dockers}}
@book{adler2014, title = {Ports}}
//- two.bib
@book{meyer2011, title = {Owners}}
@book{adler2014, title = {Ports}}
//- notes.md
---
bibliography: [one.bib, two.bib]
---

The dockers [@⟦entry-duplicate|meyer2011⟧] and the ports [@adler2014]; the dockers [@meyer2011].
`,
    },
  ],
  *checkLinks(summary, { library }) {
    const { path } = summary;
    // The order of bibliographies that were merely found is our own, so duplicates across them mean nothing.
    if (!library.citesFromSeveral(path) || library.citesFromFound(path)) return;
    const seen = new Set<string>();
    // Joined on first use: for one bibliography each keystroke would pay for nothing.
    for (const { key } of summary.cited) {
      if (seen.has(key.text)) continue;
      seen.add(key.text);
      const [first, ...others] = library.entries(path, key.text);
      const other = first && others.find((each) => each.path !== first.path && !isSameWork(first, each));
      if (!first || !other) continue;
      yield {
        range: key.range,
        severity: 'information',
        message: [
          say('“{key}” is a work in “{file}” and another in “{other}”.', {
            key: key.text,
            file: nameOf(first.path),
            other: nameOf(other.path),
          }),
          first.path === path
            ? say('Pandoc prints the one in this file: give one of them another key.')
            : say(
                'Pandoc prints the one in the bibliography that is named last: give one of them another key.',
              ),
        ].join(' '),
        related: [first, other].map((each) => ({
          path: each.path,
          range: each.entry.key.range,
          message: say('The work of that key in “{file}”', { file: nameOf(each.path) }),
        })),
      };
    }
  },
  checkFile: ({ kind, path }, { library }) =>
    kind === 'bibliography' ? duplicateEntries(path, library) : [],
};

/** Whether two entries have the same title and year. */
function isSameWork(one: EntryAt, other: EntryAt): boolean {
  const [a, b] = [one.entry.sketch(), other.entry.sketch()];
  return a.year === b.year && lettersOf(a.title) === lettersOf(b.title);
}

/** A title without what editions of a bibliography write in different ways: capitals, blanks, signs. */
function lettersOf(title: string | null): string | null {
  return title && title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The entries of the bibliography at `path` whose key occurs before them. */
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
      message: say(
        'The key “{key}” is taken: line {line} has an entry of that key. Give one of them another key, or delete it.',
        { key: entry.key.text, line: bibliography.lines.lineAt(earlier.key.range.from) + 1 },
      ),
      related: [{ path, range: earlier.key.range, message: say('The first entry of that key') }],
    });
  }
  return findings;
}
