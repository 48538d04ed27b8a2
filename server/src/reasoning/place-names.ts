import { SortedNames, type NearName } from '../text/sorted-names.ts';
import { folderOf, relativeTo } from '../workspace/paths.ts';

/** What may stand in front of the `#` of an address: works whose texts are here, and files with claims. */
export class PlaceNames {
  private readonly sources = new SortedNames();
  private readonly paths = new SortedNames();

  addSource(source: string): void {
    this.sources.add(source);
  }

  deleteSource(source: string): void {
    this.sources.delete(source);
  }

  addPath(path: string): void {
    this.paths.add(path);
  }

  deletePath(path: string): void {
    this.paths.delete(path);
  }

  /** Makes ready for questions after many came. */
  prepare(): void {
    this.sources.settle();
    this.paths.settle();
  }

  /** The place nearest to what is written in the file at `from`, as it would be written there; null where none is near. */
  nearest(from: string, written: string): string | null {
    let best = this.sources.nearest(written);
    const take = (found: NearName | null) => {
      if (found && (!best || found.far < best.far || (found.far === best.far && found.name < best.name)))
        best = found;
    };
    // From the file's own folder up to the root; each folder's files are written with as many `../`.
    let folder = folderOf(from);
    for (let above = ''; ; above += '../') {
      const under = folder === '' ? '' : `${folder}/`;
      const found = this.paths.nearest(written, { under, written: above });
      take(found && { ...found, name: relativeTo(folderOf(from), found.name) });
      if (folder === '') return best?.name ?? null;
      folder = folderOf(folder);
    }
  }
}
