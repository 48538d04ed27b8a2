import { namesInWords } from './found-words.ts';
import type { FoundFacts, ShortTitle } from '../found/model.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { Rule } from './rule.ts';

export const shortTitleUnresolved: Rule = {
  code: 'short-title-unresolved',
  severity: 'information',
  title: 'Short title without its work',
  what: '“Op. cit.”, “ibid.”, “supra note 12” in a note, where no earlier note holds a work that it could stand for.',
  why: 'The reader who looks for the full title finds none.',
  examples: [
    {
      title: 'Nothing of hers was cited before',
      fixture: `The dockers won.¹ The owners paid.²

NOTES

1. Carl Adler, Owners, Bremen, Weser, 2014, p. 8.
2. Meyer, ⟦short-title-unresolved|op. cit.⟧, p. 9.
`,
    },
    {
      title: 'Cited in full before',
      fixture: `The dockers won.¹ The owners paid.²

NOTES

1. Lena Meyer, *Dockers*, Hamburg, Harbour Press, 2009, p. 4.
2. Meyer, op. cit., p. 9.
`,
    },
  ],
  *checkDocument({ found, text }) {
    for (const short of found.shortTitles)
      if (short.status === 'unresolved' && !isNamedBefore(short, found, text))
        yield {
          range: short.range,
          message: short.names.length
            ? `No earlier note names a work by ${namesInWords(short.names)}. Give the title in full.`
            : 'No earlier note names the work that this stands for. Give the title in full.',
        };
  },
};

/** Whether an earlier note speaks of one of the authors in words that were not read as a work. */
function isNamedBefore({ names, note }: ShortTitle, { noteWorks }: FoundFacts, text: DocumentText): boolean {
  return noteWorks
    .slice(0, note)
    .some(({ bodyRange }) => names.some(({ family }) => text.slice(bodyRange).includes(family)));
}
