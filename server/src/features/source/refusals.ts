/** Why the file of a work cannot be shown, as sentences for people. */
import { nameOf } from '../../workspace/paths.ts';
import type { WorkRefusal } from '../../works/work-reader.ts';
import { say } from '../../words/say.ts';

/** Why `file` gives no text. */
export function whyNotShown(file: string, status: WorkRefusal): string {
  const name = `“${nameOf(file)}”`;
  switch (status) {
    case 'missing':
      return say('The file {name}, which its entry names, is not there.', { name });
    case 'outside':
      return say('The file {name} lies in a folder that nobody allowed to be read.', { name });
    case 'large':
      return say('The file {name} is larger, or has more pages, than what is read.', { name });
    case 'password':
      return say('The file {name} is locked by a password.', { name });
    case 'no-words':
      return say('The file {name} is a scan without words.', { name });
    case 'stopped':
      return say('The file {name} took too long to read.', { name });
    case 'unavailable':
      return say('The file {name} cannot be read here.', { name });
    case 'format':
    case 'broken':
      return say(
        'The file {name} is broken, or in none of the formats that are read: PDF, EPUB, HTML, DOCX.',
        { name },
      );
  }
}
