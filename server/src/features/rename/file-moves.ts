import type { Token } from '../../facts/model.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import { folderOf, isGlob, relativeTo, resolvePath } from '../../workspace/paths.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import { addressesIn, type WrittenAddress } from '../references/addresses.ts';
import type { ReferenceWorld } from '../references/model.ts';
import type { RenameEdit } from './model.ts';
import { say } from '../../words/say.ts';

type World = Pick<ReferenceWorld, 'library' | 'reasoning'>;

/** A path that is the same in YAML with or without quotation marks. */
const PLAIN = /^[\p{L}\p{N}_./](?:[^:#,[\]{}"'\\\n]*[^\s:#,[\]{}"'\\])?$/u;

/**
 * The edits that keep paths valid when files move: in addresses of claims, `sources`, `bibliography`, `actors` and
 * `csl`. `moves` maps old to new paths of files (for a folder, all files in it) in the workspace. Offsets are in the
 * current files; the edits must be made before the move. Paths that cannot be written in their place are left
 * unchanged, as are those in doubted files, whose offsets may be stale. These files are reported, in a sentence each.
 */
export function editsForMoves(
  moves: ReadonlyMap<string, string>,
  world: World,
): { readonly edits: RenameEdit[]; readonly refused: string[] } {
  const mover = new Mover(moves, world);
  const edits = [...mover.addresses(), ...mover.projectPaths(), ...mover.declaredPaths()];
  const seen = new Set<string>();
  const inDoubt = new Set<string>();
  const writable = edits.filter(({ path, range }) => {
    if (world.library.inDoubt.has(path)) {
      inDoubt.add(path);
      return false;
    }
    const place = `${path}\n${range.from}`;
    return !seen.has(place) && seen.add(place);
  });
  return { edits: writable, refused: [...inDoubt].map(pathsLeft) };
}

function pathsLeft(path: string): string {
  return say(
    '{path} is just being written by another program, or only half of it is there, so the paths in it were not kept right: correct them there when it is whole.',
    { path },
  );
}

class Mover {
  private readonly filesAfter: ReadonlySet<string>;

  constructor(
    private readonly moves: ReadonlyMap<string, string>,
    private readonly world: World,
  ) {
    this.filesAfter = new Set([...world.library.files].map((path) => this.after(path)));
  }

  /** The path of a file after the move. */
  private after(path: string): string {
    return this.moves.get(path) ?? path;
  }

  /** Addresses with a path into a moved file, or in one. */
  *addresses(): Generator<RenameEdit> {
    const { reasoning } = this.world;
    for (const moved of this.moves.keys())
      for (const claim of reasoning.claimsIn(moved)) {
        for (const written of addressesIn(claim)) yield* this.address(claim, written);
        if (claim.id === null) continue;
        for (const seeker of reasoning.seekersOf(moved, claim.id))
          for (const written of addressesIn(seeker))
            if (written.id === claim.id) yield* this.address(seeker, written);
      }
  }

  private *address(
    { path }: ClaimRecord,
    { place, placeRange, exact }: WrittenAddress,
  ): Generator<RenameEdit> {
    const { library } = this.world;
    if (!place || !exact || library.workTexts.documentsOf(place).length > 0) return;
    const target = resolvePath(folderOf(path), place);
    if (target === null || !library.summary(target)) return;
    const folder = folderOf(this.after(path));
    const insert = relativeTo(folder, this.after(target));
    const isShortest = relativeTo(folderOf(path), target) === place;
    if (insert === place || (!isShortest && resolvePath(folder, place) === this.after(target))) return;
    if (!/[\s,;#"'{}]/.test(insert)) yield { path, range: placeRange, insert };
  }

  /** Paths in the project file: sources, and shared files. */
  *projectPaths(): Generator<RenameEdit> {
    const { sourcePaths, bibliography, actors, csl } = this.world.library.project;
    for (const token of [...sourcePaths, ...bibliography, ...actors, ...(csl ? [csl] : [])]) {
      if (isGlob(token.text)) continue;
      const target = resolvePath('', token.text);
      const after = target === null ? undefined : this.moves.get(target);
      if (after !== undefined && isWritable(token, after))
        yield { path: PROJECT_FILE, range: token.range, insert: after };
    }
  }

  /** Paths in documents and settings, relative to them or to the root. */
  *declaredPaths(): Generator<RenameEdit> {
    const { library } = this.world;
    for (const path of library.documentPaths()) {
      const { bibliography, csl } = library.summary(path)!;
      for (const token of csl ? [...bibliography, csl] : bibliography) yield* this.declared(path, token);
    }
    for (const { path, content } of library.settingsFiles())
      for (const token of content.bibliography) yield* this.declared(path, token);
  }

  private *declared(path: string, token: Token): Generator<RenameEdit> {
    if (isGlob(token.text)) return;
    const target = firstOf(path, token.text, this.world.library.files);
    if (target === null) return;
    const [newPath, after] = [this.after(path), this.after(target)];
    const fromRoot = resolvePath(folderOf(path), token.text) !== target;
    const insert = fromRoot ? after : relativeTo(folderOf(newPath), after);
    const isShortest = !fromRoot && relativeTo(folderOf(path), target) === token.text;
    if (insert === token.text || (!isShortest && firstOf(newPath, token.text, this.filesAfter) === after))
      return;
    if (isWritable(token, insert)) yield { path, range: token.range, insert };
  }
}

/** The file that a path in a document means: relative to the document first, then to the root. */
function firstOf(path: string, written: string, files: ReadonlySet<string>): string | null {
  for (const folder of [folderOf(path), '']) {
    const target = resolvePath(folder, written);
    if (target !== null && files.has(target)) return target;
  }
  return null;
}

function isWritable({ text, range }: Token, path: string): boolean {
  return range.to - range.from === text.length && PLAIN.test(path);
}
