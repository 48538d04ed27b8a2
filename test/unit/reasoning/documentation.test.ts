import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ClaimKeeper } from '../../../server/src/reasoning/claim-keeper.ts';
import { packedStore } from '../../../server/src/store/packed-store.ts';
import { claimsOf, context, type Brief } from './claims.ts';

const page = readFileSync(new URL('../../../docs/claims.md', import.meta.url), 'utf8');

interface Row {
  readonly head: string;
  readonly one: string;
  readonly another: string;
  readonly verdict: string;
}

/** The rows of the tables that give a verdict, without the backticks. */
function rows(): Row[] {
  let head = '';
  const found: Row[] = [];
  for (const line of page.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim().replaceAll('`', ''));
    if (!line.startsWith('|') || cells.length !== 5) continue;
    const [, one = '', another = '', verdict = ''] = cells;
    if (verdict === 'verdict') head = one;
    else if (!verdict.startsWith('---')) found.push({ head, one, another, verdict });
  }
  return found;
}

function verdict(one: Brief, another: Brief): string {
  const keeper = new ClaimKeeper(packedStore.claims());
  keeper.setContext(context);
  keeper.replace('a.md', claimsOf('a.md', 'a', [{ about: 'guild', ...one }]));
  keeper.replace('b.md', claimsOf('b.md', 'b', [{ about: 'guild', ...another }]));
  const [conflict] = keeper.reasoning.conflictsIn('a.md');
  return conflict ? (conflict.hedged ? 'a hint' : 'at odds') : 'at peace';
}

describe('the page on claims that are at odds', () => {
  const all = rows();

  it('has its tables', () => assert.ok(all.length > 140, `${all.length} rows`));

  for (const { head, one, another, verdict: expected } of all)
    it(`${head}: ${one || 'none'}, ${another || 'none'}: ${expected}`, () => {
      const attribute = /^one (when|where)$/.exec(head)?.[1];
      const brief = (value: string, says: string): Brief =>
        value.includes('="')
          ? Object.fromEntries(
              [...value.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, words]): [string, string] => [
                key!,
                words!,
              ]),
            )
          : attribute
            ? { says, [attribute]: value || undefined }
            : { says: value };
      const [a, b] = [brief(one, 'trusted = yes'), brief(another, 'trusted = no')];
      assert.equal(verdict(a, b), expected);
      assert.equal(verdict(b, a), expected);
    });
});
