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
import { namedIn, namesSoughtBy, type Named } from '../workspace/summary.ts';
import { Counted } from './counted.ts';
import { actorsStatedOf } from './stated-actors.ts';

/** What was worked out about a block of an open document; offsets count from the block's start. */
interface Piece {
  readonly facts: BlockFacts;
  /** What the rules found in its own words. */
  readonly findings: readonly Finding[];
  readonly named: Named;
  readonly sought: readonly string[];
  readonly describesWorks: boolean;
  /** What the rules say of the works and actors that it names, as long as the library has that version. */
  links: { readonly version: number; readonly findings: readonly Finding[] } | null;
  /** Its claims, as long as the notes that they name are in the same blocks. */
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
 * What follows from the words of an open document block by block, so that an edit costs what it touches and not
 * what the document holds. All of it is what would come of the whole document at once.
 */
export class OpenDocument {
  /** The facts of `pieces`. */
  private blocks: readonly BlockFacts[] = [];
  private pieces: readonly Piece[] = [];
  private starts: readonly number[] = [];
  /** What the front matter names. */
  private nocite: Named;
  private readonly sought = new Counted();
  /** Rules that had nothing to say of the names that there are. */
  private readonly silent = new Set<DocumentRule>();
  private glimpsed: { blocks: readonly PlacedBlock[]; glimpses: readonly Glimpse[] } = {
    blocks: [],
    glimpses: [],
  };
  /** The blocks in which notes are written, by label; of several the first. */
  private noteBlocks: ReadonlyMap<string, BlockFacts> = new Map();

  constructor(
    private readonly path: string,
    private readonly logger: Logger,
  ) {
    this.nocite = namedIn(path, NO_FACTS, []);
  }

  /** Takes over the document as it stands now. */
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
    // Whole lines are looked at: what stood or stands on one with an edit is looked at again.
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

  /** Whether the document may hold more in the manner of print than a bibliography would have to tell. */
  mayHoldFound(): boolean {
    return mayHoldFound(this.glimpsed.glimpses, {
      hasNotes: this.noteBlocks.size > 0,
      describes: this.pieces.some((piece) => piece.describesWorks),
      hasKeys: this.blocks.some(({ citations }) => citations.length > 0),
    });
  }

  /** What the rules find that look at the document as a whole. */
  wholeFindings(view: DocumentView): Finding[] {
    const rules = documentRules.filter((rule) => !this.silent.has(rule));
    const findings = runDocumentRules(rules, view, this.logger);
    const speaking = new Set(findings.map(({ code }) => code));
    for (const rule of rules) if (rule.dependsOnNames && !speaking.has(rule.code)) this.silent.add(rule);
    return findings;
  }

  /** What the rules found that look at each block by itself. */
  blockFindings(): Finding[] {
    return this.placed((piece) => piece.findings);
  }

  /** What those rules say of the works and actors named that look at each by itself. */
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
   * The names that the document waits for, those in `besides` among them; null where they are those of the last time
   * that it was asked.
   */
  namesSought(besides: Iterable<string>): ReadonlySet<string> | null {
    this.sought.setOthers([...besides, ...namesSoughtBy(this.nocite)]);
    return this.sought.takeChanged();
  }

  /** The claims of the document, whose facts were taken over last; `source` is the work whose text it is. */
  claims(source: string | null, facts: BlockwiseFacts, text: DocumentText): DocumentClaims {
    // Their places are counted through the whole text.
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
    // What stands in a div is in blocks of its own.
    if (!isDiv)
      piece.claims = {
        records,
        notes: labels.map((label) => ({ label, block: this.noteBlocks.get(label) })),
      };
    return records;
  }

  /** The facts of a div and of the blocks in it, counted from the start of the div. */
  private factsWithin(index: number): BlockwiseFacts {
    const start = this.starts[index]!;
    const end = start + Math.max(...this.pieces[index]!.facts.parts.map(({ range }) => range.to));
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

/** Pieces that stood between the ends that an edit left as they were; it may have left some of these too. */
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

  /** The piece of that block, which is given once. */
  take(facts: BlockFacts): Piece | undefined {
    const piece = this.pieces.get(facts);
    this.pieces.delete(facts);
    return piece;
  }

  /** Those that nobody took. */
  rest(): Piece[] {
    return [...this.pieces.values(), ...this.doubles];
  }
}

/** Tells whether the names of a list are others in some pieces than in those before, or in another order. */
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

/** The names that some pieces give in a list; of a marker the note as well that it stands in. */
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

/** A quick look at the lines that hold each of these blocks. Many may stand on one line, which is looked at once. */
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
