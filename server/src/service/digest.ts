/**
 * The digest of a closed document: bytes that depend on its text alone. Made in whatever thread is
 * convenient, and added by `Documents` without reading the text again.
 */
import type { MentionFinder } from '../actors/mentions.ts';
import type { FrontMatter } from '../facts/model.ts';
import { FilePacker } from '../store/claims/packed-file.ts';
import { recordsOf } from '../reasoning/records.ts';
import { Times } from '../reasoning/time.ts';
import { blockRules, documentRules } from '../rules/registry.ts';
import type { DocumentView, Finding } from '../checking/rule.ts';
import { runBlockRules, runDocumentRules } from '../checking/runner.ts';
import { parseFileOnce } from '../syntax/tree.ts';
import { readFactsOnce } from '../facts/read.ts';
import { bytesOf, joinSections, numbersOf, splitSections } from '../store/byte-sections.ts';
import type { DocumentText } from '../text/document-text.ts';
import { LineIndex } from '../text/line-index.ts';
import { ByteSink } from '../text/byte-sink.ts';
import { RecordWriter } from '../store/packed-record.ts';
import { packSummary } from '../store/summaries/condensed-summary.ts';
import type { PackedFile, PackedSummary, ShortSummary } from '../store/model.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { HashedNames } from '../text/hashed-names.ts';
import { searchNames, type SearchedNames } from '../workspace/searched-names.ts';
import { hashedSought, NameHasher } from '../store/names/sought-names.ts';
import { summarise } from '../workspace/summary.ts';
import { DocumentWords } from './document-view.ts';
import { shapeOf, type SourceShape } from './source-texts.ts';
import { actorsStatedOf } from './stated-actors.ts';

/** A digest in two parts: `kept` stays in memory, `once` is used when the document is added. */
export interface Digest {
  readonly kept: Uint8Array;
  readonly once: Uint8Array;
}

/** A decoded digest; its bytes are views of the digest's. */
export interface OpenedDigest {
  /** The work whose text the document was taken for. */
  readonly source: string | null;
  readonly summary: PackedSummary;
  /** Hashes of the names that it seeks. */
  readonly sought: HashedNames;
  /** The entries in its front matter. */
  readonly references: FrontMatter['references'];
  readonly claims: PackedFile;
  /** The findings of rules on its own words: JSON in UTF-8, empty for none. */
  readonly findings: Uint8Array;
  /** Set if it is the text of a work. */
  readonly shape: SourceShape | null;
  /** The result of a search for shared names; null where there was none. */
  readonly names: SearchedNames | null;
}

/** The names to search a text for. */
export interface NameSearch {
  readonly by: string;
  readonly finder: MentionFinder;
}

/** The JSON in the part `once`. */
interface Once {
  readonly source: string | null;
  readonly short: ShortSummary;
  readonly references: FrontMatter['references'];
  readonly shape: SourceShape | null;
  readonly names: SearchedNames | null;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Makes digests, one after another; reuses its buffers. */
export class Digester {
  private readonly write = new RecordWriter();
  private readonly packer = new FilePacker(new Times(), this.write);
  private readonly names = new NameHasher();
  private readonly lines = new ByteSink();

  constructor(private readonly logger: Logger) {}

  /**
   * Reads a text. `source` is the work whose text the project file says it is; null leaves that to its front
   * matter. With `names` the text is searched for them.
   */
  read(path: string, text: DocumentText, source: string | null, names: NameSearch | null = null): Digest {
    const facts = readFactsOnce(parseFileOnce(path, text.text));
    return this.digest(new DocumentWords(path, text, facts, this.logger), source, names);
  }

  /** The digest of a document that has been read. */
  digest(view: DocumentView, sourceByProject: string | null, names: NameSearch | null = null): Digest {
    const { path, text, facts } = view;
    // A document that threw may have left something in the buffer.
    this.write.clear();
    this.lines.clear();
    const source = sourceByProject ?? facts.frontMatter?.source?.text ?? null;
    const findings = [
      ...runDocumentRules(documentRules, view, this.logger),
      ...runBlockRules(blockRules, path, view, this.logger),
    ];
    const found = view.mayHoldFound === false ? null : view.found;
    const summary = summarise(path, text, facts, found, () => actorsStatedOf(facts));
    const { short, lists, lines } = packSummary(summary, this.write, LineIndex.pack(text.text, this.lines));
    const records = recordsOf(path, source, facts, text.text);
    const { claims, registrations, sieve } = this.packer.pack(records);
    const once: Once = {
      source,
      short,
      references: facts.frontMatter?.references ?? [],
      shape: source === null ? null : shapeOf(view),
      names: names && searchNames(names.by, names.finder, view),
    };
    return {
      kept: joinSections([
        findings.length > 0 ? encoder.encode(JSON.stringify(findings)) : new Uint8Array(0),
        lists,
        lines,
        claims.bytes,
        bytesOf(claims.starts),
        bytesOf(sieve),
      ]),
      once: joinSections([
        encoder.encode(JSON.stringify(once)),
        bytesOf(registrations),
        bytesOf(hashedSought(summary, this.names)),
      ]),
    };
  }
}

/** Decodes and validates a digest. Throws where it is malformed. */
export function openDigest({ kept, once }: Digest): OpenedDigest {
  const [findings, lists, lines, claims, starts, sieve] = splitSections(kept) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const [json, registrations, sought] = splitSections(once) as [Uint8Array, Uint8Array, Uint8Array];
  const { source, short, references, shape, names } = JSON.parse(decoder.decode(json)) as Once;
  return {
    source,
    summary: { short, lists, lines },
    sought: numbersOf(sought),
    references,
    claims: {
      claims: { bytes: claims, starts: numbersOf(starts) },
      registrations: numbersOf(registrations),
      sieve: numbersOf(sieve),
    },
    findings,
    shape,
    names,
  };
}

/** Unpacks the findings of a digest. */
export function findingsOf(packed: Uint8Array): readonly Finding[] {
  return packed.length > 0 ? (JSON.parse(decoder.decode(packed)) as Finding[]) : [];
}
