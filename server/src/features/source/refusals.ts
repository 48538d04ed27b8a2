/** Why the file of a work cannot be shown, as sentences for people. */
import { nameOf } from '../../workspace/paths.ts';
import type { WorkRefusal } from '../../works/work-reader.ts';

/** Why `file` gives no text. */
export function whyNotShown(file: string, status: WorkRefusal): string {
  const name = `“${nameOf(file)}”`;
  switch (status) {
    case 'missing':
      return `The file ${name}, which its entry names, is not there.`;
    case 'outside':
      return `The file ${name} lies in a folder that nobody allowed to be read.`;
    case 'large':
      return `The file ${name} is larger, or has more pages, than what is read.`;
    case 'password':
      return `The file ${name} is locked by a password.`;
    case 'no-words':
      return `The file ${name} is a scan without words.`;
    case 'stopped':
      return `The file ${name} took too long to read.`;
    case 'unavailable':
      return `The file ${name} cannot be read here.`;
    case 'format':
    case 'broken':
      return `The file ${name} is broken, or in none of the formats that are read: PDF, EPUB, HTML, DOCX.`;
  }
}
