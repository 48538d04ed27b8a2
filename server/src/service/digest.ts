/**
 * What is kept of a document that no editor shows, as bytes: worked out from its text alone, wherever that is
 * convenient, and taken in by `Documents` without reading the text again.
 */
import type { MentionFinder } from '../actors/mentions.ts';
import type { FrontMatter } from '../facts/model.ts';
import { FilePacker } from '../store/claims/packed-file.ts';
import { recordsOf } from '../reasoning/records.ts';
import { Times } from '../reasoning/time.ts';
import { blockRules, documentRules } from '../rules/registry.ts';
import type { DocumentView, Finding } from '../checking/rule.ts';
import { runBlockRules, runDocumentRules } from '../checking/runner.ts';
import { parseOnce } from '../syntax/tree.ts';
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

/** A digest in two parts: what stays in memory, and what is looked at once, when it is taken in. */
export interface Digest {
  readonly kept: Uint8Array;
  readonly once: Uint8Array;
}

/** A digest read again; its bytes are views of the digest's. */
export interface OpenedDigest {
  /** The work that the document was taken to be the text of. */
  readonly source: string | null;
  readonly summary: PackedSummary;
  /** The names that it waits for. */
  readonly sought: HashedNames;
  /** The entries of its front matter. */
  readonly references: FrontMatter['references'];
  readonly claims: PackedFile;
  /** What the rules found in its own words: JSON in UTF-8, empty for nothing. */
  readonly findings: Uint8Array;
  /** Where it is the text of a work. */
  readonly shape: SourceShape | null;
  /** What a search for shared names came to; null where none was made. */
  readonly names: SearchedNames | null;
}

/** What a text is to be searched for. */
export interface NameSearch {
  readonly by: string;
  readonly finder: MentionFinder;
}

/** The JSON of the part that is looked at once. */
interface Once {
  readonly source: string | null;
  readonly short: ShortSummary;
  readonly references: FrontMatter['references'];
  readonly shape: SourceShape | null;
  readonly names: SearchedNames | null;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Makes digests of documents, one after another. */
export class Digester {
  private readonly write = new RecordWriter();
  private readonly packer = new FilePacker(new Times(), this.write);
  private readonly names = new NameHasher();
  private readonly lines = new ByteSink();

  constructor(private readonly logger: Logger) {}

  /**
   * Reads a text. `source` is the work whose text the project file says that it is; null leaves that to the
   * document's front matter. With `names` the text is searched for these.
   */
  read(path: string, text: DocumentText, source: string | null, names: NameSearch | null = null): Digest {
    const facts = readFactsOnce(parseOnce(text.text));
    return this.digest(new DocumentWords(path, text, facts, this.logger), source, names);
  }

  /** The digest of a document that was read. */
  digest(view: DocumentView, sourceByProject: string | null, names: NameSearch | null = null): Digest {
    const { path, text, facts } = view;
    // Something may be left of a document that failed.
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

/** Reads a digest. Throws where its bytes are none. */
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

/** The findings of a digest. */
export function findingsOf(packed: Uint8Array): readonly Finding[] {
  return packed.length > 0 ? (JSON.parse(decoder.decode(packed)) as Finding[]) : [];
}
