import { unreadWorks, type UnreadWorks } from '../checking/unread-works.ts';
import { workInWords } from '../checking/quoted-words.ts';
import type { Rule } from '../checking/rule.ts';
import { nameOf } from '../workspace/paths.ts';

const WORKS = `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@article{meyer2011,
  author = {Meyer, Lotte},
  title = {The dockers of the delta},
  year = {2011},
  file = {Full Text:meyer.pdf:application/pdf},
}
`;

export const sourceUnread: Rule = {
  code: 'source-unread',
  severity: 'information',
  title: 'File of a quoted work that is not read',
  what: 'A work that is quoted, and of which the bibliography or the project names a file that cannot be read: it lies in a folder that nobody allowed, is a scan without words, locked, broken, or larger than what is read. Told once in a document for all works that the same thing stands in the way of.',
  why: 'Nothing that is quoted from it is checked.',
  examples: [
    {
      title: 'A folder that nobody allowed, and a scan',
      fixture: `${WORKS}//- meyer.pdf
%outside
//- notes.md
“The gangs were hired at the gate each morning” [@⟦source-unread|meyer2011⟧, p. 3]. “They were paid by the day and no other way” [@meyer2011, p. 4].
`,
    },
    {
      title: 'A file that can be read',
      fixture: `${WORKS}//- meyer.pdf
[3]
The gangs were hired at the gate each morning.
//- notes.md
“The gangs were hired at the gate each morning” [@meyer2011, p. 3].
`,
    },
  ],
  *checkLinks({ path }, { library }) {
    for (const unread of unreadWorks(path, library)) {
      const [first, ...others] = unread.works;
      const work = workInWords(first!.named.text, path, library);
      yield {
        range: first!.named.range,
        message: `${subject(work, others.length)} ${hindrance(unread)}`,
      };
    }
  },
};

function subject(work: string, others: number): string {
  if (others === 0) return `Quotations from ${work} are not checked:`;
  return `Quotations from ${work} and ${others} other work${others === 1 ? '' : 's'} are not checked:`;
}

/** What stands in the way, and what can be done. */
function hindrance({ state, folder, works }: UnreadWorks): string {
  const [first] = works;
  const files = works.length === 1 ? `its file “${nameOf(first!.file)}”` : 'their files';
  const verb = works.length === 1 ? '' : '_many';
  switch (`${state}${verb}`) {
    case 'outside':
    case 'outside_many': {
      const lie = works.length === 1 ? 'lies' : 'lie';
      const where = folder === null ? 'in a folder' : `in “${folder}”,`;
      return `${files} ${lie} ${where} which nobody allowed to be read. Allow that folder once (the setting \`sicetnon.allowedFolders\`, \`--allow\` on the command line).`;
    }
    case 'no-words':
      return `${files} is a scan without words. A program for text recognition can add them.`;
    case 'no-words_many':
      return `${files} are scans without words. A program for text recognition can add them.`;
    case 'password':
      return `${files} is locked by a password.`;
    case 'password_many':
      return `${files} are locked by passwords.`;
    case 'large':
      return `${files} is larger than what is read (the setting \`sicetnon.maxFileSize\`).`;
    case 'large_many':
      return `${files} are larger than what is read (the setting \`sicetnon.maxFileSize\`).`;
    case 'stopped':
    case 'stopped_many':
      return `to read ${files} took too long.`;
    default:
      return works.length === 1
        ? `${files} is broken, or in none of the formats that are read (PDF, EPUB, HTML, DOCX).`
        : `${files} are broken, or in none of the formats that are read (PDF, EPUB, HTML, DOCX).`;
  }
}
