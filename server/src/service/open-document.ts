import { NO_FACTS, type BlockFacts } from '../facts/block-facts.ts';
import { BlockwiseFacts } from '../facts/blockwise-facts.ts';
import { describesWorks, glimpse, mayHoldFound, type Glimpse } from '../found/may-hold.ts';
import type { ClaimRecord } from '../reasoning/model.ts';
import { citedWithin, notesNamedBy, recordOf, recordsOf } from '../reasoning/records.ts';
import { blockRules, documentRules, nameRules } from '../rules/registry.ts';
import type { DocumentRule, DocumentView, Finding, NameList, World } from '../checking/rule.ts';
import { moved, runBlockRules, runDocumentRules, runNameRules } from '../checking/runner.ts';
import type { PlacedBlock } from '../syntax/reading.ts';
import type { Syntax } from '../syntax/tree.ts';
import { commonEnds } from '../text/common-ends.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { Logger } from '../workspace/file-system.ts';
import { namesSoughtBy } from '../workspace/names-sought.ts';
import { namedIn, type Named } from '../workspace/summary.ts';
import { Counted } from './counted.ts';
import { actorsStatedOf } from './stated-actors.ts';
import { largestOf } from '../text/extremes.ts';

/** What is derived from a block of an open document; offsets are relative to the block. */
interface Piece {
  readonly facts: BlockFacts;
  /** Findings of rules on its own words. */
  readonly findings: readonly Finding[];
  readonly named: Named;
  readonly sought: readonly string[];
  readonly describesWorks: boolean;
  /** Findings on the works and actors that it names, valid for one version of the library. */
  links: { readonly version: number; readonly findings: readonly Finding[] } | null;
  /** Its claims, valid while the notes that they call are in the same blocks. */
  claims: { readonly records: readonly ClaimRecord[]; readonly notes: readonly Note[] } | null;
}

interface Note {
  readonly label: string;
  readonly block: BlockFacts | undefined;
}

/** The claims of a document; the offsets in each count from its start. */
export interface DocumentClaims {
  readonly records: readonly ClaimRecord[];
  readonly starts: readonly number[] | null;
}

/**
 * What follows from the text of an open document, block by block. So an edit costs what it touches and not the length
 * of the document. The results equal those for the whole document at once.
 */
export class OpenDocument {
  /** The facts of `pieces`. */
  private blocks: readonly BlockFacts[] = [];
  private pieces: readonly Piece[] = [];
  private starts: readonly number[] = [];
  /** The works in `nocite` of the front matter. */
  private nocite: Named;
  private readonly sought = new Counted();
  /** Rules that had nothing to say about the current names. */
  private readonly silent = new Set<DocumentRule>();
  private glimpsed: { blocks: readonly PlacedBlock[]; glimpses: readonly Glimpse[] } = {
    blocks: [],
    glimpses: [],
  };
  /** The block of each note definition, by label; of duplicates the first. */
  private noteBlocks: ReadonlyMap<string, BlockFacts> = new Map();

  constructor(
    private readonly path: string,
    private readonly logger: Logger,
  ) {
    this.nocite = namedIn(path, NO_FACTS, []);
  }

  /** Updates everything for the document's new state. */
  take(text: DocumentText, syntax: Syntax, facts: BlockwiseFacts): void {
    const { blocks, starts } = facts;
    const before = this.pieces;
    const { head, tail } = commonEnds(this.blocks, blocks);
    const wasThere = before.slice(head, before.length - tail);
    const kept = new Kept(wasThere);
    const isThere: Piece[] = [];
    const come: Piece[] = [];
    for (let i = head; i < blocks.length - tail; i++) {
      const known = kept.take(blocks[i]!);
      const piece = known ?? this.piece(blocks[i]!, starts[i]!, text);
      isThere.push(piece);
      if (!known) come.push(piece);
    }
    const gone = kept.rest();
    this.pieces = [...before.slice(0, head), ...isThere, ...before.slice(before.length - tail)];
    this.blocks = blocks;
    this.starts = starts;
    this.nocite = namedIn(this.path, NO_FACTS, [], facts.frontMatter?.nocite);
    this.sought.exchange(
      gone.flatMap(({ sought }) => sought),
      come.flatMap(({ sought }) => sought),
    );
    const changed = changedNames(wasThere, isThere);
    for (const rule of this.silent) if (rule.dependsOnNames!.some(changed)) this.silent.delete(rule);
    if ([...gone, ...come].some((piece) => piece.facts.definitions.length > 0)) this.findNotes();
    this.glimpse(text, syntax);
  }

  private piece(facts: BlockFacts, start: number, text: DocumentText): Piece {
    const slice = ({ from, to }: { from: number; to: number }) =>
      text.slice({ from: start + from, to: start + to });
    const named = namedIn(this.path, facts, actorsStatedOf(facts));
    return {
      facts,
      findings: runBlockRules(blockRules, this.path, { facts, text: { slice } }, this.logger),
      named,
      sought: [...namesSoughtBy(named)],
      describesWorks: facts.definitions.some(({ bodyRange }) => describesWorks(slice(bodyRange))),
      links: null,
      claims: null,
    };
  }

  private findNotes(): void {
    const blocks = new Map<string, BlockFacts>();
    for (const { facts } of this.pieces)
      for (const { label } of facts.definitions) if (!blocks.has(label)) blocks.set(label, facts);
    this.noteBlocks = blocks;
  }

  private glimpse(text: DocumentText, { blocks }: Syntax): void {
    const before = this.glimpsed;
    const ends = commonEnds(before.blocks, blocks, (one, other) => one.block === other.block);
    const { head } = ends;
    let { tail } = ends;
    // Scans whole lines: those with an edit, before and after it.
    const { glimpses } = before;
    const wasCut = () => glimpses[glimpses.length - tail]!.cut;
    const isCut = () => !beginsLine(text, blocks[blocks.length - tail]!.offset);
    while (tail > 0 && (wasCut() || isCut())) tail--;
    const come = glimpsesOf(text, blocks.slice(head, blocks.length - tail));
    this.glimpsed = {
      blocks,
      glimpses: [...glimpses.slice(0, head), ...come, ...glimpses.slice(glimpses.length - tail)],
    };
  }

  /**
   * Whether the document may have citations of found texts beyond what a bibliography would have to resolve.
   */
  mayHoldFound(): boolean {
    return mayHoldFound(this.glimpsed.glimpses, {
      hasNotes: this.noteBlocks.size > 0,
      describes: this.pieces.some((piece) => piece.describesWorks),
      hasKeys: this.blocks.some(({ citations }) => citations.length > 0),
    });
  }

  /** Findings of rules that check the document as a whole. */
  wholeFindings(view: DocumentView): Finding[] {
    const rules = documentRules.filter((rule) => !this.silent.has(rule));
    const findings = runDocumentRules(rules, view, this.logger);
    const speaking = new Set(findings.map(({ code }) => code));
    for (const rule of rules) if (rule.dependsOnNames && !speaking.has(rule.code)) this.silent.add(rule);
    return findings;
  }

  /** Findings of rules that check each block by itself. */
  blockFindings(): Finding[] {
    return this.placed((piece) => piece.findings);
  }

  /** Findings on the works and actors that are named, of rules that check each by itself. */
  nameFindings(world: World): Finding[] {
    const { version } = world.library;
    const inFrontMatter = runNameRules(nameRules, this.nocite, world, this.logger);
    const inBlocks = this.placed((piece) => {
      if (piece.sought.length === 0) return NOTHING;
      if (piece.links?.version !== version)
        piece.links = { version, findings: runNameRules(nameRules, piece.named, world, this.logger) };
      return piece.links.findings;
    });
    return [...inFrontMatter, ...inBlocks];
  }

  private placed(findingsOf: (piece: Piece) => readonly Finding[]): Finding[] {
    const all: Finding[] = [];
    this.pieces.forEach((piece, i) => {
      for (const finding of findingsOf(piece)) all.push(moved(finding, this.starts[i]!));
    });
    return all;
  }

  /**
   * The names that the document seeks, with those in `besides`; null if they are the same as in the last
   * call.
   */
  namesSought(besides: Iterable<string>): ReadonlySet<string> | null {
    this.sought.setOthers([...besides, ...namesSoughtBy(this.nocite)]);
    return this.sought.takeChanged();
  }

  /** The claims of the document, whose facts were set last. `source` is the work whose text it is. */
  claims(source: string | null, facts: BlockwiseFacts, text: DocumentText): DocumentClaims {
    // Their locators count paragraphs through the whole text.
    if (source !== null) return { records: recordsOf(this.path, source, facts, text.text), starts: null };
    const records: ClaimRecord[] = [];
    const starts: number[] = [];
    this.pieces.forEach((piece, i) => {
      if (piece.facts.claims.length === 0) return;
      for (const record of this.claimsOf(piece, i)) {
        records.push(record);
        starts.push(this.starts[i]!);
      }
    });
    return { records, starts };
  }

  private claimsOf(piece: Piece, index: number): readonly ClaimRecord[] {
    const { claims } = piece;
    if (claims?.notes.every(({ label, block }) => this.noteBlocks.get(label) === block))
      return claims.records;
    const { facts } = piece;
    const isDiv = facts.claims.some(({ kind }) => kind === 'div');
    const around = isDiv ? this.factsWithin(index) : facts;
    const records = facts.claims.map((claim) =>
      recordOf(claim, this.path, null, null, around, (label) => this.citedInNote(label)),
    );
    const labels = facts.claims.flatMap((claim) => notesNamedBy(claim, around));
    // The contents of a div are separate blocks, so its claims depend on more than itself.
    if (!isDiv)
      piece.claims = {
        records,
        notes: labels.map((label) => ({ label, block: this.noteBlocks.get(label) })),
      };
    return records;
  }

  /** The facts of a div and of the blocks in it, relative to the start of the div. */
  private factsWithin(index: number): BlockwiseFacts {
    const start = this.starts[index]!;
    const end = start + largestOf(this.pieces[index]!.facts.parts.map(({ range }) => range.to));
    let behind = index;
    while (behind < this.starts.length && this.starts[behind]! < end) behind++;
    return new BlockwiseFacts(
      this.pieces.slice(index, behind).map((piece) => piece.facts),
      this.starts.slice(index, behind).map((each) => each - start),
    );
  }

  private citedInNote(label: string) {
    const block = this.noteBlocks.get(label);
    const note = block?.definitions.find((definition) => definition.label === label);
    return note ? citedWithin(block!, note.bodyRange) : null;
  }
}

const NOTHING: readonly Finding[] = [];

/** The pieces between the unchanged head and tail; an edit may have left some of these unchanged too. */
class Kept {
  private readonly pieces = new Map<BlockFacts, Piece>();
  private readonly doubles: Piece[] = [];

  constructor(pieces: readonly Piece[]) {
    for (const piece of pieces) {
      const other = this.pieces.get(piece.facts);
      if (other) this.doubles.push(other);
      this.pieces.set(piece.facts, piece);
    }
  }

  /** The piece for that block; each is returned only once. */
  take(facts: BlockFacts): Piece | undefined {
    const piece = this.pieces.get(facts);
    this.pieces.delete(facts);
    return piece;
  }

  /** The pieces that were not taken. */
  rest(): Piece[] {
    return [...this.pieces.values(), ...this.doubles];
  }
}

/** A predicate for lists of names: whether their names, or the order, differ between the two versions. */
function changedNames(before: readonly Piece[], after: readonly Piece[]): (list: NameList) => boolean {
  const known = new Map<NameList, boolean>();
  return (list) => {
    let changed = known.get(list);
    if (changed === undefined) {
      const names = namesIn(after, list);
      const ones = namesIn(before, list);
      changed = names.length !== ones.length || names.some((name, i) => name !== ones[i]);
      known.set(list, changed);
    }
    return changed;
  };
}

/** The names in a list; for note markers with the note that contains each. */
function namesIn(pieces: readonly Piece[], list: NameList): (string | null)[] {
  const names: (string | null)[] = [];
  for (const { facts } of pieces)
    if (list === 'claimNames') for (const { text } of facts.claimNames) names.push(text);
    else if (list === 'definitions') for (const { label } of facts.definitions) names.push(label);
    else for (const { label, inNote } of facts.markers) names.push(label, inNote);
  return names;
}

function beginsLine({ lines }: DocumentText, at: number): boolean {
  return lines.lineStart(lines.lineAt(at)) === at;
}

/** A quick scan of the lines of each block. Blocks on one line share the scan. */
function glimpsesOf(text: DocumentText, blocks: readonly PlacedBlock[]): Glimpse[] {
  const { lines } = text;
  const seen = { from: -1, to: -1, shows: glimpse('') };
  return blocks.map(({ offset, block }) => {
    const from = lines.lineStart(lines.lineAt(offset));
    const to = lines.lineEnd(lines.lineAt(offset + block.length - 1));
    if (from !== seen.from || to !== seen.to)
      Object.assign(seen, { from, to, shows: glimpse(text.slice({ from, to })) });
    return { ...seen.shows, cut: from < offset };
  });
}
