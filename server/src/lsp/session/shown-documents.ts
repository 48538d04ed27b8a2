import type { ShownFile } from '../handlers/handler.ts';
import type { Desk } from '../workbench.ts';

/** The files in editors: their desk and path, and the version that was read. */
export class ShownDocuments {
  private readonly files = new Map<string, ShownFile>();
  private readonly byPath = new Map<Desk, Map<string, string>>();

  get(uri: string): ShownFile | undefined {
    return this.files.get(uri);
  }

  all(): Iterable<[uri: string, file: ShownFile]> {
    return this.files;
  }

  uris(): Iterable<string> {
    return this.files.keys();
  }

  set(uri: string, file: ShownFile): void {
    this.delete(uri);
    this.files.set(uri, file);
    const paths = this.byPath.get(file.desk) ?? new Map<string, string>();
    this.byPath.set(file.desk, paths);
    paths.set(file.path, uri);
  }

  delete(uri: string): void {
    const file = this.files.get(uri);
    this.files.delete(uri);
    const paths = file && this.byPath.get(file.desk);
    if (paths?.get(file!.path) === uri) paths.delete(file!.path);
  }

  /** The URI and version of an open path; null where no editor shows it. */
  at(desk: Desk, path: string): { uri: string; version: number } | null {
    const uri = this.byPath.get(desk)?.get(path);
    return uri === undefined ? null : { uri, version: this.files.get(uri)!.version };
  }

  /** The URI of a path as the editor knows it. */
  uriOf(desk: Desk, path: string): string {
    return this.at(desk, path)?.uri ?? desk.folder.uriOf(path);
  }
}
