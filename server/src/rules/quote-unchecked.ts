import { judge, type UncheckedReason } from '../checking/quotation-judgement.ts';
import { quotationsOf, workInWords } from '../checking/quoted-words.ts';
import { QUOTATION_PROJECT } from '../checking/quotation-examples.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const quoteUnchecked: Rule = {
  code: 'quote-unchecked',
  severity: 'off',
  title: deferred('Quotation that was not checked'),
  what: deferred(
    'A quotation that was compared with no text, each with the reason: no text of its work is here, only an excerpt, its file cannot be read, several works may be meant, or it is a translation. Off unless it is turned on.',
  ),
  why: deferred(
    'Silence about a quotation means that it was checked and is right; here is what it does not mean that of.',
  ),
  withoutFix: 'it tells what was not looked at, and the text that is missing must be found',
  examples: [
    {
      title: 'A work whose text is not here',
      fixture: `${QUOTATION_PROJECT.replace('sources:\n', 'rules: { quote-unchecked: information }\nsources:\n')}//- notes.md
⟦quote-unchecked|“The sea was full of ships that never came to any port”⟧ [@novak1998, p. 3].
`,
    },
    {
      title: 'A work whose text is here',
      fixture: `${QUOTATION_PROJECT.replace('sources:\n', 'rules: { quote-unchecked: information }\nsources:\n')}//- notes.md
“What the men earned stood in neither” [@adler2014, p. 12].
`,
    },
  ],
  *checkLinks(summary, world) {
    const { path } = summary;
    for (const { quotation, verdict } of quotationsOf(summary, world)) {
      const judgement = judge(quotation, verdict, path, world.library);
      if (judgement?.outcome !== 'unchecked' || judgement.reason === 'searching') continue;
      const [first] = quotation.works;
      const work = first ? workInWords(first.text, path, world.library) : null;
      yield {
        range: quotation.range,
        message: say(NOT_CHECKED[judgement.reason], { work: work ?? '', known: work !== null }),
      };
    }
  },
};

const NOT_CHECKED: Readonly<Record<Exclude<UncheckedReason, 'searching'>, string>> = {
  'no-text': deferred(
    'This quotation was not checked: no text of {known, select, true {{work}} other {its work}} is here.',
  ),
  outside: deferred(
    'This quotation was not checked: the file of {known, select, true {{work}} other {its work}} lies in a folder that nobody allowed to be read.',
  ),
  unreadable: deferred(
    'This quotation was not checked: the file of {known, select, true {{work}} other {its work}} cannot be read.',
  ),
  scan: deferred(
    'This quotation was not checked: it was not found in the scan of {known, select, true {{work}} other {its work}}, whose words a program made out and may have misread.',
  ),
  excerpt: deferred(
    'This quotation was not checked: only an excerpt of {known, select, true {{work}} other {its work}} is here.',
  ),
  unattributed: deferred('This quotation was not checked: it may be taken from several works.'),
  language: deferred('This quotation was not checked: it seems to be a translation.'),
};
