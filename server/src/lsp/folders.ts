import { URI } from 'vscode-uri';

/** A workspace folder: between its URIs and the paths inside it. */
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

  /** The path inside the folder that `uri` means, or null where it lies elsewhere. */
  pathOf(uri: string): string | null {
    const parsed = URI.parse(uri);
    if (parsed.scheme !== this.root.scheme || parsed.authority !== this.root.authority) return null;
    return parsed.path.startsWith(this.prefix) ? parsed.path.slice(this.prefix.length) : null;
  }

  uriOf(path: string): string {
    return this.root.with({ path: this.prefix + path }).toString();
  }
}

/** The folder that holds the file `uri`, as a URI. */
export function folderUriOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.with({ path: parsed.path.slice(0, Math.max(1, parsed.path.lastIndexOf('/'))) }).toString();
}
