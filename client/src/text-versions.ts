import { workspace } from 'vscode';
import type { Uri } from 'vscode';

/**
 * The versions of the open texts at one moment: edits that were computed then are refused once a text has changed. VS
 * Code compares versions itself from the moment when it is given an edit, not from when the edit was computed.
 */
export class TextVersions {
  private readonly seen = new Map(
    workspace.textDocuments.map(({ uri, version }) => [uri.toString(), version]),
  );

  /** Whether one of these texts has changed since. What was not open then does not count. */
  haveMoved(files: Iterable<Uri>): boolean {
    const now = new Map(workspace.textDocuments.map(({ uri, version }) => [uri.toString(), version]));
    for (const file of files) {
      const uri = file.toString();
      const [before, after] = [this.seen.get(uri), now.get(uri)];
      if (before !== undefined && after !== undefined && before !== after) return true;
    }
    return false;
  }
}
