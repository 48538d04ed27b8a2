import MarkdownIt from 'markdown-it';
import { extendMarkdownIt } from '../../client/src/preview/plugin.ts';
import type { WorksOf } from '../../client/src/preview/works.ts';

/** As the built-in preview sets its renderer up. */
export function preview(html = true, worksOf?: WorksOf): MarkdownIt {
  return extendMarkdownIt(new MarkdownIt({ html, linkify: true }), worksOf);
}

/** The preview of a text, as HTML. */
export function render(text: string): string {
  return preview().render(text, {});
}

/** The words of what is rendered, without its tags. */
export function words(text: string): string {
  return render(text)
    .replace(/<[^>]*>/g, '')
    .trim();
}

/** The values of an attribute, in the order of the page. */
export function values(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value!);
}
