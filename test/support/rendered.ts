/** Renders Markdown as editors do: with VS Code's version of `marked`, and with the current one. */
import assert from 'node:assert/strict';
import { marked as current } from 'marked';
import { marked as editors } from 'marked-vscode';

const renderers: readonly { readonly name: string; readonly html: (markdown: string) => string }[] = [
  { name: 'marked 14', html: (markdown) => editors.parse(markdown, { gfm: true, async: false }) },
  { name: 'the current marked', html: (markdown) => current.parse(markdown, { gfm: true, async: false }) },
];

/** The HTML elements of our own cards. */
const OURS = /^(?:p|strong|em|code|a|ul|li|blockquote|hr|del|br)$/;
const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/gi;

/**
 * Checks that a card has no image, heading, table, code block or HTML, and links only where `leads` allows. Returns
 * the elements of the card without text, for each renderer.
 */
export function checkRendered(markdown: string, leads: (href: string) => boolean): string[] {
  return renderers.map(({ name, html }) => {
    const page = html(markdown);
    const said = `${name} makes of\n${markdown}\n${page}`;
    const skeleton: string[] = [];
    for (const [, close, tag, attributes] of page.matchAll(TAG)) {
      assert.match(tag!, OURS, said);
      skeleton.push(`${close}${tag}`);
      if (tag === 'a' && close === '') {
        const href = /^ href="([^"]*)"$/.exec(attributes!)?.[1];
        assert.ok(href !== undefined && leads(href), `a link to ${href}: ${said}`);
        skeleton.push(href.replace(/#.*/, ''));
      } else assert.match(attributes!, /^(?: \/)?$/, said);
    }
    return skeleton.join(' ');
  });
}

/** The text that both renderers show, with white space folded. */
export function wordsShown(markdown: string): string {
  const [one, other] = renderers.map(({ html }) => plain(html(markdown)));
  assert.equal(one, other, markdown);
  return one!;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_entity, code?: string, name?: string) =>
      code ? String.fromCodePoint(Number(code)) : (ENTITIES[name!] ?? `&${name};`),
    )
    .replace(/\s+/g, ' ')
    .trim();
}
