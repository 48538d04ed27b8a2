import type { BibtexFields } from './bibtex-fields.ts';
import { parseName, splitNames } from './bibtex-names.ts';
import type { NameParts } from './bibtex-names.ts';
import { NAME_FIELDS } from './bibtex-to-csl.ts';
import type { DecodedFields } from './bibtex-to-csl.ts';
import { latexToText } from './latex-text.ts';
import { withoutUnseen } from './latex-unseen.ts';
import { withJoinedLists } from './literal-lists.ts';

/** Fields in which `%`, `_` and `~` are literal. */
const VERBATIM = new Set('doi url eprint file date urldate origdate eventdate options'.split(' '));

/**
 * Decodes LaTeX with our own light reader. Used until the library is loaded, and where it fails. It differs
 * from the library in rare commands and in mathematics.
 */
export function decodeLightly(_type: string, fields: BibtexFields): DecodedFields {
  const text = new Map<string, string>();
  const names = new Map<string, readonly NameParts[]>();
  for (const [name, value] of withJoinedLists(fields)) {
    if (NAME_FIELDS.has(name)) names.set(name, splitNames(withoutUnseen(value)).map(parseName));
    else
      text.set(
        name,
        VERBATIM.has(name)
          ? value
              .replace(/\\url(?=\{)/g, '')
              .replace(/\\([%_#&~{}])|[{}]/g, '$1')
              .trim()
          : latexToText(withoutUnseen(value)),
      );
  }
  return { text, names };
}
