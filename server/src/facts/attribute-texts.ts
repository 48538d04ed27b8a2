/** Attributes of divs whose values Quarto renders as text: titles of callouts and theorems, captions. */
import { Excerpt } from '../syntax/excerpt.ts';
import type { Attributes } from '../syntax/model.ts';
import type { EmbeddedText } from './metadata-texts.ts';

const CAPTION = /^(?:fig|tbl|lst)-(?:sub)?cap$/;
/** Classes and ids of divs with a title or name. */
const TITLED =
  /^(?:callout(?:-\w+)?|theorem|lemma|corollary|proposition|conjecture|definition|example|exercise|proof|remark|solution)$/;
const TITLED_ID = /^(?:tip|nte|wrn|imp|cau|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|prf)-/;

/** The texts in the attributes of a div in `text`. */
export function attributeTexts(text: string, { id, classes, pairs }: Attributes): EmbeddedText[] {
  const isTitled =
    classes.some(({ text: name }) => TITLED.test(name)) || (id !== null && TITLED_ID.test(id.text));
  return pairs.flatMap(({ key, value }) => {
    const isText = CAPTION.test(key.text) || (isTitled && (key.text === 'title' || key.text === 'name'));
    if (!isText || !/[@^]/.test(value.text)) return [];
    const { from, to } = value.range;
    const excerpt = new Excerpt(text, null);
    // A backslash before punctuation is removed from the value.
    let start = from;
    for (let at = text.indexOf('\\', from); at >= 0 && at < to - 1; at = text.indexOf('\\', at + 2)) {
      excerpt.add(start, at);
      start = at + 1;
    }
    excerpt.add(start, to);
    return [{ excerpt, counts: 'all' as const }];
  });
}
