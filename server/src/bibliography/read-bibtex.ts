import { BibtexFieldReader } from './bibtex-fields.ts';
import { linkedKeys } from './bibtex-links.ts';
import { jabrefFolders } from './jabref-folders.ts';
import { fingerprintOf } from '../text/hash.ts';
import { pandocRefusals } from './pandoc-refusals.ts';
import { scanBibtex } from './bibtex-scanner.ts';
import type { BibtexScan, ScannedEntry } from './bibtex-scanner.ts';
import { sketchBibtex } from './bibtex-sketch.ts';
import { bibtexToCsl, type FieldDecoder } from './bibtex-to-csl.ts';
import type { BibtexDecoders } from './bibtex-library.ts';
import { familiesIn } from './csl-item.ts';
import { decodeLightly } from './decode-lightly.ts';
import type { BibliographyEntry, BibliographyFile, CslItem, EntrySketch, LatexEntry } from './model.ts';

/** Reads a BibTeX or BibLaTeX file. One scan; fields are parsed on demand. */
export function readBibtex(text: string, decoders: BibtexDecoders): BibliographyFile {
  const scan = scanBibtex(text);
  const fields = new LazyFields(text, scan);
  return {
    format: 'bibtex',
    entries: scan.entries
      .filter((entry) => entry.type !== 'xdata')
      .map((entry) => new BibtexEntry(entry, fields, decoders)),
    linkedKeys: () => linkedKeys(text, scan.entries),
    problems: scan.problems,
    fileFolders: jabrefFolders(text),
    refusals: pandocRefusals(text, scan),
  };
}

/** The fields of a file, parsed when an entry first needs them. */
class LazyFields {
  private reader: BibtexFieldReader | undefined;
  private strings: string | undefined;

  constructor(
    readonly text: string,
    private readonly scan: BibtexScan,
  ) {}

  get(): BibtexFieldReader {
    const { entries, strings } = this.scan;
    return (this.reader ??= new BibtexFieldReader(this.text, entries, strings));
  }

  /** A fingerprint of the file's abbreviations. */
  get abbreviations(): string {
    const { strings } = this.scan;
    if (strings.length === 0) return '';
    const defined = () => strings.map(({ name, from, to }) => `${name}=${this.text.slice(from, to)}`);
    return (this.strings ??= fingerprintOf(defined().join('\n')));
  }
}

/** Where an entry may inherit fields from others. */
const HEIR = /crossref|xdata/i;

class BibtexEntry implements BibliographyEntry {
  private sketched: EntrySketch | undefined;
  private people: readonly string[] | undefined;
  private decoded: { readonly by: unknown; readonly item: CslItem | null } | undefined;

  constructor(
    private readonly scanned: ScannedEntry,
    private readonly fields: LazyFields,
    private readonly decoders: BibtexDecoders,
  ) {}

  get key(): BibliographyEntry['key'] {
    return this.scanned.key;
  }

  get range(): BibliographyEntry['range'] {
    return this.scanned.range;
  }

  get type(): string {
    return this.scanned.type;
  }

  borrowed(): string {
    const { text, abbreviations } = this.fields;
    if (!HEIR.test(text.slice(this.range.from, this.range.to))) return abbreviations;
    return fingerprintOf(JSON.stringify([...this.fields.get().read(this.scanned)]));
  }

  sketch(): EntrySketch {
    return (this.sketched ??= sketchBibtex(this.fields.get().read(this.scanned)));
  }

  families(): readonly string[] {
    return (this.people ??= familiesIn(this.decodedBy(decodeLightly)));
  }

  decode(): CslItem | null {
    const current = this.decoders.current();
    if (this.decoded?.by !== current) this.decoded = { by: current, item: this.decodedBy(current) };
    return this.decoded.item;
  }

  latex(): LatexEntry | null {
    if (this.scanned.broken) return null;
    return { id: this.scanned.key.text, type: this.type, fields: this.fields.get().read(this.scanned) };
  }

  private decodedBy(decoder: FieldDecoder): CslItem | null {
    const latex = this.latex();
    return latex && bibtexToCsl(latex.id, latex.type, decoder(latex.type, latex.fields));
  }
}
