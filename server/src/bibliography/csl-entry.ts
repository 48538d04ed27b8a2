import type { Token } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';
import { familiesIn, sketchCsl } from './csl-item.ts';
import type { BibliographyEntry, CslItem, EntrySketch } from './model.ts';

/** An entry from a file of CSL, or of a format that is converted to CSL without a library. */
export class CslEntry implements BibliographyEntry {
  private item: CslItem | null | undefined;
  private sketched: EntrySketch | undefined;
  private people: readonly string[] | undefined;

  constructor(
    readonly key: Token,
    readonly range: TextRange,
    readonly type: string,
    private readonly make: () => CslItem | null,
    readonly attached: () => unknown = () => undefined,
  ) {}

  sketch(): EntrySketch {
    return (this.sketched ??= sketchCsl(this.decode()));
  }

  families(): readonly string[] {
    return (this.people ??= familiesIn(this.decode()));
  }

  decode(): CslItem | null {
    return this.item === undefined ? (this.item = this.make()) : this.item;
  }
}
