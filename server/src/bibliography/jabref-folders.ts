/** Where JabRef looks for the files of a library: it says so in a comment of the file. */

const SIGN = 'jabref-meta:';
/** The folder of everybody, or that of one user at one machine (`fileDirectory-ada-desk`); not that of LaTeX files. */
const FOLDER =
  /\s*(?:fileDirectory|userFileDirectory|pdfDirectory)(-[^:\n]{1,200})?:((?:[^;\\}\n]|\\.){1,1000})/y;
const MOST = 20;

/** The folders that a BibTeX file names in JabRef's comments, as they are written: that of everybody first. */
export function jabrefFolders(text: string): string[] {
  const common: string[] = [];
  const ofUsers: string[] = [];
  for (let at = text.indexOf(SIGN); at >= 0; at = text.indexOf(SIGN, at + 1)) {
    if (common.length + ofUsers.length >= MOST) break;
    FOLDER.lastIndex = at + SIGN.length;
    const found = FOLDER.exec(text);
    if (!found) continue;
    // Of a path of Windows each backslash is written twice, or was written by hand.
    const folder = found[2]!
      .replaceAll(/\\([\\;:])/g, '$1')
      .replaceAll('\\', '/')
      .trim();
    if (folder !== '') (found[1] === undefined ? common : ofUsers).push(folder);
  }
  return [...new Set([...common, ...ofUsers])];
}
