import { SortedNames, type NearName } from '../text/sorted-names.ts';
import { folderOf, relativeTo } from '../workspace/paths.ts';

/** What may come before the `#` of an address: works whose texts are here, and files with claims. */
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

  /** Sorts after many additions, so that the first query need not. */
  prepare(): void {
    this.sources.settle();
    this.paths.settle();
  }

  /**
   * The place nearest in spelling to what the file at `from` wrote, as it would be written there; null where
   * none is near.
   */
  nearest(from: string, written: string): string | null {
    let best = this.sources.nearest(written);
    const take = (found: NearName | null) => {
      if (found && (!best || found.far < best.far || (found.far === best.far && found.name < best.name)))
        best = found;
    };
    // From the file's folder up to the root; one more `../` for each step.
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
