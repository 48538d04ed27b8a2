/**
 * The state of a service as plain data in a fixed order, to compare an updated service with a rebuilt one.
 */
import { plainFacts } from '../facts/plain-facts.ts';
import type { Conflict } from '../reasoning/model.ts';
import type { DocumentView, World } from '../checking/rule.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import type { Documents } from './documents.ts';

/** The type makes the compiler ask for new members of summaries. */
const PARTS: Record<keyof DocumentSummary, true> = {
  path: true,
  lines: true,
  title: true,
  lang: true,
  csl: true,
  source: true,
  excerpt: true,
  bibliography: true,
  references: true,
  cited: true,
  actors: true,
  asserters: true,
  lost: true,
  inclusions: true,
  called: true,
  written: true,
  built: true,
  labels: true,
  crossReferences: true,
  filtered: true,
  citesNothing: true,
  suppressions: true,
  danglingCitations: true,
  datedCitations: true,
  listedCitations: true,
  danglingShortTitles: true,
  noteAuthors: true,
  quotations: true,
};

/** The state of one document; for an open one, with its facts. */
export function keptOfDocument(path: string, { library, reasoning }: World, documents: Documents): unknown {
  const summary = library.summary(path);
  const view = documents.open(path);
  return {
    summary: summary && plainSummary(summary),
    source: library.workTexts.keyOf(path),
    claims: reasoning.claimsIn(path),
    ownFindings: documents.findings(path),
    read: view && whatWasRead(view),
  };
}

/** The state of a workspace: names, documents, claims and their consequences, verdicts, mentions. */
export function keptOfWorkspace({ library, reasoning, quotations }: World): unknown {
  const documents = [...library.documentPaths()].sort();
  return {
    files: [...library.files].sort(),
    names: library.dump(),
    shared: [...library.sharedPaths()].sort(),
    documents: Object.fromEntries(
      documents.map((path) => [
        path,
        {
          summary: plainSummary(library.summary(path)!),
          source: library.workTexts.keyOf(path),
          scope: library.scopeOf(path).map((declared) => [declared.paths, library.stateOf(declared)]),
          claims: reasoning.claimsIn(path),
          conflicts: reasoning.conflictsIn(path).map(plainConflict).sort(),
          unresolved: reasoning.unresolvedIn(path).map(({ claim, address }) => [claim.address, address]),
          near: [...reasoning.filesNear(path)].sort(),
          verdicts: quotations.of(path),
        },
      ]),
    ),
  };
}

function plainSummary(summary: DocumentSummary): unknown {
  const parts = Object.keys(PARTS) as (keyof DocumentSummary)[];
  return Object.fromEntries(
    parts.map((part) => [part, part === 'lines' ? plainLines(summary.lines) : summary[part]]),
  );
}

function plainLines(lines: LineIndex): number[] {
  return Array.from({ length: lines.lineCount + 1 }, (_, line) => lines.lineStart(line));
}

function plainConflict({ kind, a, b, settlement, hedged }: Conflict): string {
  return [kind, a.address, b.address, settlement?.kind ?? 'unsettled', hedged].join(' ');
}

function whatWasRead({ text, facts, found, mayHoldFound }: DocumentView): unknown {
  return { text: text.text, facts: plainFacts(facts), found, mayHoldFound };
}
