/** The extension of the built-in Markdown preview for spans, divs, notes and citations. */
import type MarkdownIt from 'markdown-it';
import { bracketRule } from './brackets.ts';
import { citekeyRule } from './citations.ts';
import { createDivRule } from './divs.ts';
import { inlineNoteRule, noteDefinitionRule, notesRule } from './notes.ts';
import { markRenderer, nameRenderer } from './parts.ts';
import { standingRule } from './standing.ts';

/**
 * Adds our syntax to `md` and returns it, as VS Code's preview requires. Other Markdown is unchanged. Text from
 * documents is output only as text or as an escaped attribute.
 */
export function extendMarkdownIt(md: MarkdownIt): MarkdownIt {
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
  return md;
}
