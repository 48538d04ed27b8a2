import { say } from '../words/say.ts';
import type { Fault } from './bibtex-walker.ts';

/**
 * What is wrong with a BibTeX entry, as a sentence.
 * @param key Its key, '' when it has none.
 * @param line How many lines below the entry's first line the fault is.
 */
export function faultMessage(fault: Fault, key: string, line: number): string {
  const values = { hasKey: key !== '', key, line, field: fault.field };
  switch (fault.kind) {
    case 'unclosed':
      return say(
        '{hasKey, select, true {The entry “{key}”} other {This entry}} is not closed: its last brace is missing. The entries after it are read all the same.',
        values,
      );
    case 'unclosed-value':
      return say(
        '{hasKey, select, true {The entry “{key}”} other {This entry}} cannot be read past its field “{field}” ({line, plural, =0 {on its first line} one {# line below its first} other {# lines below its first}}): a “{opening}” in it has no “{closing}”. The entries after it are read all the same.',
        { ...values, opening: '{', closing: '}' },
      );
    case 'unclosed-quotation':
      return say(
        '{hasKey, select, true {The entry “{key}”} other {This entry}} cannot be read past its field “{field}” ({line, plural, =0 {on its first line} one {# line below its first} other {# lines below its first}}): the quotation mark that opens its text is not closed, or a brace in it is. The entries after it are read all the same.',
        values,
      );
    case 'no-equals-sign':
      return say(
        "{hasKey, select, true {The entry “{key}”} other {This entry}} cannot be read past “{field}” ({line, plural, =0 {on its first line} one {# line below its first} other {# lines below its first}}): a field's name and “=” were expected. Perhaps a comma, a brace or a quotation mark is missing before it.",
        values,
      );
    case 'stray-text':
      return say(
        "{hasKey, select, true {The entry “{key}”} other {This entry}} cannot be read past a sign that does not belong there ({line, plural, =0 {on its first line} one {# line below its first} other {# lines below its first}}): a comma or the entry's end was expected. Perhaps a brace or a quotation mark too many stands before it.",
        values,
      );
    case 'no-value':
      return say(
        '{hasKey, select, true {The entry “{key}”} other {This entry}} gives its field “{field}” no value ({line, plural, =0 {on its first line} one {# line below its first} other {# lines below its first}}). Other programs may refuse the whole file: write “{form}” or delete the field.',
        { ...values, form: `${fault.field} = {}` },
      );
    case 'no-comma':
      return say(
        '{hasKey, select, true {The entry “{key}”} other {This entry}} lacks a comma before its field “{field}” ({line, plural, =0 {on its first line} one {# line below its first} other {# lines below its first}}). Other programs may refuse the whole file.',
        values,
      );
  }
}
