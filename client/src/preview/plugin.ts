/** The extension of the built-in Markdown preview for spans, divs, notes and citations. */
import type MarkdownIt from 'markdown-it';
import { bracketRule } from './brackets.ts';
import { citekeyRule, renderCitations } from './citations.ts';
import { createDivRule } from './divs.ts';
import { inlineNoteRule, noteDefinitionRule, notesRule } from './notes.ts';
import { markRenderer, nameRenderer } from './parts.ts';
import { standingRule } from './standing.ts';
import { NO_WORKS } from './works.ts';
import type { WorksOf } from './works.ts';

/**
 * Teaches `md` the notation and returns it, as the preview asks of an extension. Whatever the notation does not
 * claim is left to Markdown. Nothing of a text reaches the page but as text or as an escaped attribute. Works are called
 * by the names that `worksOf` knows while the page is made.
 */
export function extendMarkdownIt(md: MarkdownIt, worksOf: WorksOf = () => NO_WORKS): MarkdownIt {
  const inParagraphs = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
  md.block.ruler.before('fence', 'sicetnon_div', createDivRule(), { alt: [] });
  md.block.ruler.before('reference', 'sicetnon_note_definition', noteDefinitionRule, inParagraphs);
  md.inline.ruler.before('link', 'sicetnon_inline_note', inlineNoteRule);
  md.inline.ruler.before('link', 'sicetnon_bracket', bracketRule);
  md.inline.ruler.before('link', 'sicetnon_citekey', citekeyRule);
  md.core.ruler.push('sicetnon_notes', notesRule);
  md.core.ruler.push('sicetnon_standing', standingRule);
  md.renderer.rules['sicetnon_mark'] = markRenderer;
  md.renderer.rules['sicetnon_name'] = nameRenderer;
  renderCitations(md, worksOf);
  return md;
}
