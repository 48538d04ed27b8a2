import { unreadWorks, type UnreadWorks } from '../checking/unread-works.ts';
import { workInWords } from '../checking/quoted-words.ts';
import type { Rule } from '../checking/rule.ts';
import { nameOf } from '../workspace/paths.ts';
import { deferred, say } from '../words/say.ts';

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
  title: deferred('File of a quoted work that is not read'),
  what: deferred(
    'A work that is quoted, and of which the bibliography or the project names a file that cannot be read: it lies in a folder that nobody allowed, is a scan without words, locked, broken, or larger than what is read. Told once in a document for all works that the same thing stands in the way of.',
  ),
  why: deferred('Nothing that is quoted from it is checked.'),
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
        message: hindrance(unread, work, others.length),
      };
    }
  },
};

/** What stands in the way, and what can be done. */
function hindrance({ state, folder, works }: UnreadWorks, work: string, others: number): string {
  const values = { work, others, file: nameOf(works[0]!.file), folder: folder ?? '' };
  if (state === 'outside' && folder === null)
    return say(
      'Quotations from {work}{others, plural, =0 {} one { and # other work} other { and # other works}} are not checked: {others, plural, =0 {its file “{file}” lies} other {their files lie}} in a folder which nobody allowed to be read. Allow that folder once (the setting `sicetnon.allowedFolders`, `--allow` on the command line).',
      values,
    );
  switch (state) {
    case 'outside':
      return say(
        'Quotations from {work}{others, plural, =0 {} one { and # other work} other { and # other works}} are not checked: {others, plural, =0 {its file “{file}” lies} other {their files lie}} in “{folder}”, which nobody allowed to be read. Allow that folder once (the setting `sicetnon.allowedFolders`, `--allow` on the command line).',
        values,
      );
    case 'no-words':
      return say(
        'Quotations from {work}{others, plural, =0 {} one { and # other work} other { and # other works}} are not checked: {others, plural, =0 {its file “{file}” is a scan} other {their files are scans}} without words. A program for text recognition can add them.',
        values,
      );
    case 'password':
      return say(
        'Quotations from {work}{others, plural, =0 {} one { and # other work} other { and # other works}} are not checked: {others, plural, =0 {its file “{file}” is locked by a password.} other {their files are locked by passwords.}}',
        values,
      );
    case 'large':
      return say(
        'Quotations from {work}{others, plural, =0 {} one { and # other work} other { and # other works}} are not checked: {others, plural, =0 {its file “{file}” is} other {their files are}} larger than what is read (the setting `sicetnon.maxFileSize`).',
        values,
      );
    case 'stopped':
      return say(
        'Quotations from {work}{others, plural, =0 {} one { and # other work} other { and # other works}} are not checked: {others, plural, =0 {to read its file “{file}” took too long.} other {to read their files took too long.}}',
        values,
      );
    case 'broken':
    case 'format':
      return say(
        'Quotations from {work}{others, plural, =0 {} one { and # other work} other { and # other works}} are not checked: {others, plural, =0 {its file “{file}” is} other {their files are}} broken, or in none of the formats that are read (PDF, EPUB, HTML, DOCX).',
        values,
      );
  }
}
