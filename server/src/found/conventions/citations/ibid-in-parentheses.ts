import type { CitationForm, RawCitation } from '../../citation-form.ts';
import type { Group } from '../../parentheses.ts';
import { movedLocator, rawCitation } from '../../raw-citation.ts';
import { readLocator } from '../../../pages/printed-locator.ts';

const IBID =
  /^\s*(?:see\s+|cf\.?\s+|vgl\.\s+|voir\s+)?(?:ibid(?:em)?|id(?:em)?|ebd|ebenda|ibíd(?:em)?|ivi|ib|同上)(?!\p{L})\.?\s*(?:[:：,]\s*|\s+|$)/iu;

/** The maximum distance of the last cited work, in UTF-16 units. */
const REACH = 3000;

export const ibidInParentheses: CitationForm = {
  name: 'ibid-in-parentheses',
  languages: ['la', 'de', 'es', 'it', 'zh'],
  yields: 'citations',
  what: 'A word for *the same* in a parenthesis: *(ibid.: 45)*, *(ebd., S. 45)*',
  needs: String.raw`ibid|idem|\bid\.|\bivi\b|ebd|ebenda|ibíd|cit\.`,
  inGroup(group) {
    const ibid = IBID.exec(group.content);
    return ibid && read(group, ibid[0].length);
  },
  workOf: (raw, ways) => ways.previous(raw, REACH, false),
  fixture: `The guilds wove (Weaver, 2003: 14), and the town paid ⟦ibid-in-parentheses|(ibid.: 15)⟧.

References

- Weaver A (2003) Looms. *Town Studies* 3: 1–40.
- Dyer B (2005) Dyes. Leiden: Burrow.
`,
};

function read(group: Group, from: number): RawCitation[] {
  const { content } = group;
  const found = from < content.length ? readLocator(content, from, true) : null;
  const rest = content.slice(found?.range.to ?? from);
  if (rest.trim() !== '' && !/^\s*[,;]/.test(rest)) return [];
  const locator = found && movedLocator(found, group.from + 1);
  return [rawCitation(ibidInParentheses, { kind: 'alone', group, range: group, locator, suffix: rest })];
}
