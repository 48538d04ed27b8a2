import { referencesFromFrontMatter } from '../bibliography/front-matter-references.ts';
import type { DocumentFacts, Token } from '../facts/model.ts';
import { readFacts } from '../facts/read.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import type { ClaimRecord } from '../reasoning/model.ts';
import { recordsOf } from '../reasoning/records.ts';
import { parseSays, statementsOf } from '../reasoning/says.ts';
import { documentRules } from '../rules/registry.ts';
import type { DocumentView, Finding } from '../rules/rule.ts';
import { runDocumentRules } from '../rules/runner.ts';
import { parseTree, type Syntax } from '../syntax/tree.ts';
import type { DocumentText, Splice } from '../text/document-text.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { Library } from '../workspace/library.ts';
import { CondensedSummary, LastUnpacked } from '../workspace/condensed-summary.ts';
import { ReadDocument } from './document-view.ts';
import { summarise, type DocumentSummary } from '../workspace/summary.ts';
import type { QuotationChecks } from './quotation-checks.ts';

/**
 * The documents: reads them, tells the library and the reasoner what they hold, and keeps the trees of the
 * open ones. Of a closed one only what the library and the reasoner keep remains, and what the rules found
 * in its own words. Every method returns the paths whose findings may have changed.
 */
export class Documents {
  private readonly opened = new Map<string, ReadDocument>();
  private readonly localFindings = new Map<string, readonly Finding[]>();
  /** The work that each document was taken to be the text of when it was read. */
  private readonly sources = new Map<string, string | null>();
  private readonly unpacked = new LastUnpacked();

  constructor(
    private readonly library: Library,
    private readonly reasoning: ReasoningIndex,
    private readonly quotations: QuotationChecks,
    private readonly logger: Logger,
  ) {}

  open(path: string): ReadDocument | undefined {
    return this.opened.get(path);
  }

  isOpen(path: string): boolean {
    return this.opened.has(path);
  }

  openPaths(): Iterable<string> {
    return this.opened.keys();
  }

  /** What the rules found in the document's own words. */
  findings(path: string): readonly Finding[] {
    return this.localFindings.get(path) ?? [];
  }

  /** Reads a document that an editor shows, and keeps its tree. */
  readOpen(path: string, text: DocumentText): Set<string> {
    return this.keep(path, text, parseTree(text.text));
  }

  /** Takes over an edit of an open document; only the blocks that it touched are read again. */
  edit(path: string, text: DocumentText, splices: readonly Splice[]): Set<string> {
    const before = this.opened.get(path);
    return this.keep(path, text, before ? before.syntax.apply(text.text, splices) : parseTree(text.text));
  }

  /**
   * Reads a document that no editor shows; its tree is dropped. While the whole workspace is being read
   * (`inBulk`) nobody asks whom it concerns: all will be checked in the end.
   */
  readClosed(path: string, text: DocumentText, inBulk = false): Set<string> {
    this.opened.delete(path);
    return this.takeOver(this.read(path, text, parseTree(text.text)), inBulk);
  }

  /** Takes an open document over anew, because the project says something else of it. */
  readAgain(path: string): Set<string> {
    const view = this.opened.get(path);
    return view ? this.takeOver(view) : new Set();
  }

  /** Whether `path` was never read, or the project file makes it the text of another work now. */
  isNews(path: string): boolean {
    return !this.sources.has(path) || this.sources.get(path) !== this.library.sourceOf(path);
  }

  /** Forgets a document that went away. */
  remove(path: string): Set<string> {
    this.opened.delete(path);
    this.localFindings.delete(path);
    this.sources.delete(path);
    const affected = this.library.removeDocument(path);
    this.quotations.remove(path);
    if (this.library.mentions.forget(path))
      for (const register of this.library.registerPaths()) affected.add(register);
    for (const other of this.reasoning.remove(path).affected) affected.add(other);
    affected.add(path);
    return affected;
  }

  /** A view of a text that is not part of the workspace's knowledge, such as one that is only inspected. */
  view(path: string, text: DocumentText): DocumentView {
    return this.opened.get(path) ?? this.read(path, text, parseTree(text.text));
  }

  private keep(path: string, text: DocumentText, syntax: Syntax): Set<string> {
    const view = this.read(path, text, syntax);
    this.opened.set(path, view);
    return this.takeOver(view);
  }

  private read(path: string, text: DocumentText, syntax: Syntax): ReadDocument {
    return new ReadDocument(path, text, syntax, readFacts(syntax), this.logger);
  }

  private takeOver(view: DocumentView, inBulk = false): Set<string> {
    const { path, text, facts } = view;
    const findings = runDocumentRules(documentRules, view, this.logger);
    // What is kept of a closed document must not hold on to its text.
    this.localFindings.set(
      path,
      this.isOpen(path) ? findings : (JSON.parse(JSON.stringify(findings)) as Finding[]),
    );
    const found = view.mayHoldFound === false ? null : view.found;
    const summary = summarise(path, text, facts, found, actorsStatedOf(facts));
    const affected = this.library.setDocument(
      summary,
      facts.frontMatter ? referencesFromFrontMatter(facts.frontMatter) : [],
      this.isOpen(path) ? summary : new CondensedSummary(summary, this.unpacked),
    );
    const source = this.library.sourceOf(path);
    this.sources.set(path, source);
    this.quotations.take(view, source);
    const records = recordsOf(path, source, facts, text.text);
    if (inBulk) this.reasoning.load(path, records, source);
    else for (const other of this.reasoning.replace(path, records, source).affected) affected.add(other);
    if (this.library.mentions.take(view, this.isOpen(path), () => spokenOf(summary, records)))
      for (const register of this.library.registerPaths()) affected.add(register);
    affected.add(path);
    return affected;
  }
}

/** The actors in front of propositions: `harbour-union.members = 312`. */
function actorsStatedOf({ claims }: DocumentFacts): Token[] {
  return claims
    .filter(({ says }) => says?.text.includes('.'))
    .flatMap(({ says }) => parseSays(says!).propositions.flatMap(({ actor }) => actor ?? []));
}

/** Actors by their ids and works by `@` and their keys: whom a document speaks of in so many letters. */
function* spokenOf(summary: DocumentSummary, claims: readonly ClaimRecord[]): Generator<string> {
  for (const { text } of summary.actors) yield text;
  for (const { text } of summary.asserters) {
    yield text;
    yield `@${text}`;
  }
  for (const { key } of summary.cited) yield `@${key.text}`;
  for (const claim of claims) for (const { actor } of statementsOf(claim)) yield actor;
}
