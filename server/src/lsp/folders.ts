import { URI } from 'vscode-uri';
import { wellFormed } from '../text/well-formed.ts';
import { isOutside, nameOf } from '../workspace/paths.ts';

/** A workspace folder: converts between its URIs and paths. */
export class Folder {
  private readonly root: URI;
  private readonly prefix: string;

  constructor(uri: string) {
    this.root = URI.parse(uri);
    this.prefix = this.root.path.endsWith('/') ? this.root.path : `${this.root.path}/`;
  }

  get uri(): URI {
    return this.root;
  }

  /** The last part of its URI, for display. */
  get name(): string {
    return nameOf(this.prefix.slice(0, -1)) || '/';
  }

  /** Its path on this machine; null where it is not on a disk. */
  get native(): string | null {
    return this.root.scheme === 'file' ? this.root.fsPath : null;
  }

  /** The path inside the folder for `uri`; null where it is outside. */
  pathOf(uri: string): string | null {
    const parsed = URI.parse(uri);
    if (parsed.scheme !== this.root.scheme || parsed.authority !== this.root.authority) return null;
    return parsed.path.startsWith(this.prefix) ? parsed.path.slice(this.prefix.length) : null;
  }

  /** The URI of a path. A project file or a front matter may name any path whatever. */
  uriOf(path: string): string {
    const named = wellFormed(path);
    if (isOutside(path)) return URI.file(named).toString();
    return this.root.with({ path: this.prefix + named }).toString();
  }
}

/** The absolute path of a file of this machine, with `/` as separator; null where `uri` is no such file. */
export function absolutePathOf(uri: string): string | null {
  const { scheme, authority, path } = URI.parse(uri);
  if (scheme !== 'file' || authority !== '') return null;
  return /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path;
}

/** The URI of the folder that contains the file `uri`. */
export function folderUriOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.with({ path: parsed.path.slice(0, Math.max(1, parsed.path.lastIndexOf('/'))) }).toString();
}
