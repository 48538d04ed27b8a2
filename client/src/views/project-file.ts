import { Uri, commands, window, workspace } from 'vscode';
import type { WorkspaceFolder } from 'vscode';
import { complain, inform } from '../shown/messages.ts';
import { writingGuard } from '../written-files.ts';
import { say } from '../../../server/src/words/say.ts';

/** The template of a new project file: the keys that are usually needed first, most as comments. */
const template = `# The project file of Sic et Non: what belongs together here. Every key is optional.

# Where works are described: BibTeX, CSL-JSON, CSL-YAML or RIS. Globs are allowed.
bibliography: [references.bib]

# Who is spoken of: organisations, offices, people, places, laws.
# actors: [actors.yaml]

# The texts that are read.
# include: ["**/*.md", "**/*.qmd", "**/*.txt"]
# exclude: ["drafts/**"]

# Files that are the text of a work, kept word for word: path: citekey.
# sources:
#   sources/lee2011.txt: lee2011

# The properties that a claim may state of an actor in its "says".
# properties:
#   founded: {type: date}
#   members: {type: quantity, unit: person, tolerance: 5%}
#   trusted: {type: boolean}
#   registered-as: {type: choice, of: [association, enterprise, none]}

# Which place lies in which.
# places:
#   Chengdu: Sichuan

# How grave each rule's findings are: off, hint, information, warning, error.
# rules:
#   claim-unsupported: information
`;

/** Creates a project file with comments at the root of a folder and opens it; an existing one is only opened. */
export async function createProjectFile(): Promise<void> {
  const folder = await chooseFolder();
  const uri = folder && (await makeProjectFile(folder.uri));
  if (uri) await window.showTextDocument(await workspace.openTextDocument(uri));
}

/** Creates a project file with comments in a folder without one; its URI, or null where that is refused. */
export async function makeProjectFile(folder: Uri): Promise<Uri | null> {
  const uri = Uri.joinPath(folder, 'sicetnon.yaml');
  if (await writingGuard.leadingOut([uri])) {
    void complain(writingGuard.leadsOut(uri), {
      label: say('Open Another Folder…'),
      act: () => commands.executeCommand('vscode.openFolder'),
    });
    return null;
  }
  if (!(await exists(uri)))
    await workspace.fs.writeFile(uri, new TextEncoder().encode(await filledIn(folder)));
  return uri;
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0)
    void inform(say('Open a folder first: the project file stands at its root.'), {
      label: say('Open Folder…'),
      act: () => commands.executeCommand('vscode.openFolder'),
    });
  return folders.length > 1 ? window.showWorkspaceFolderPick() : folders[0];
}

/** The template, with the folder's bibliographies in place of the example. */
async function filledIn(folder: Uri): Promise<string> {
  const found = await workspace.findFiles('**/*.bib', '**/node_modules/**', 20);
  const own = found
    .filter((uri) => workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.toString())
    .map((uri) => JSON.stringify(workspace.asRelativePath(uri, false)))
    .sort();
  if (own.length) return template.replace('[references.bib]', () => `[${own.join(', ')}]`);
  return template.replace('bibliography: [references.bib]', '# bibliography: [references.bib]');
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false; // missing
  }
}
