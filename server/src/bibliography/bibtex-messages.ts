import type { Fault } from './bibtex-walker.ts';

/**
 * What is wrong with a BibTeX entry, as a sentence.
 * @param key Its key, '' when it has none.
 * @param line How many lines below the entry's first line the fault is.
 */
export function faultMessage(fault: Fault, key: string, line: number): string {
  const entry = key === '' ? 'This entry' : `The entry “${key}”`;
  const where = line === 0 ? 'on its first line' : `${line} ${line === 1 ? 'line' : 'lines'} below its first`;
  const field = `“${fault.field}”`;
  switch (fault.kind) {
    case 'unclosed':
      return `${entry} is not closed: its last brace is missing. The entries after it are read all the same.`;
    case 'unclosed-value':
      return `${entry} cannot be read past its field ${field} (${where}): a “{” in it has no “}”. The entries after it are read all the same.`;
    case 'unclosed-quotation':
      return `${entry} cannot be read past its field ${field} (${where}): the quotation mark that opens its text is not closed, or a brace in it is. The entries after it are read all the same.`;
    case 'no-equals-sign':
      return `${entry} cannot be read past ${field} (${where}): a field's name and “=” were expected. Perhaps a comma, a brace or a quotation mark is missing before it.`;
    case 'stray-text':
      return `${entry} cannot be read past a sign that does not belong there (${where}): a comma or the entry's end was expected. Perhaps a brace or a quotation mark too many stands before it.`;
    case 'no-value':
      return `${entry} gives its field ${field} no value (${where}). Other programs may refuse the whole file: write “${fault.field} = {}” or delete the field.`;
    case 'no-comma':
      return `${entry} lacks a comma before its field ${field} (${where}). Other programs may refuse the whole file.`;
  }
}
