// A file system in memory, `webfiles:/`: a folder that is on no disk, as vscode.dev has them. Its files come from the
// page's server, so that a test can say what they are.
const vscode = require('vscode');

/** The files by path; folders follow from them. */
const files = new Map();
const changes = new vscode.EventEmitter();
const encoder = new TextEncoder();

const provider = {
  onDidChangeFile: changes.event,
  watch: () => new vscode.Disposable(() => {}),
  stat(uri) {
    const file = files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.modified, size: file.bytes.length };
    if (isFolder(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  },
  readDirectory(uri) {
    const names = new Map();
    const start = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    for (const path of files.keys()) {
      if (!path.startsWith(start)) continue;
      const [name, ...rest] = path.slice(start.length).split('/');
      names.set(name, rest.length ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...names];
  },
  readFile(uri) {
    const file = files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file.bytes;
  },
  writeFile(uri, bytes) {
    const isNew = !files.has(uri.path);
    files.set(uri.path, { bytes, modified: Date.now() });
    changes.fire([{ type: isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri }]);
  },
  createDirectory() {},
  delete(uri) {
    files.delete(uri.path);
    changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  },
  rename() {
    throw vscode.FileSystemError.NoPermissions();
  },
};

function isFolder(path) {
  const start = path.endsWith('/') ? path : `${path}/`;
  return [...files.keys()].some((file) => file.startsWith(start));
}

exports.activate = async (context) => {
  const answer = await fetch(vscode.Uri.joinPath(context.extensionUri, 'files.json').toString(true));
  for (const [path, text] of Object.entries(await answer.json()))
    files.set(path, { bytes: encoder.encode(text), modified: 1 });
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('webfiles', provider, { isCaseSensitive: true }),
  );
};
