import { SymbolKind, type CallHierarchyItem } from 'vscode-languageserver';
import { claimsToFollow, leaningOn, leantOnBy, type SupportLink } from '../../features/support-hierarchy.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import { shortened } from '../../text/shortened.ts';
import type { Desk } from '../workbench.ts';
import type { Handler, HandlerContext } from './handler.ts';
import { unmarked } from '../../text/unmarked.ts';

/** The call hierarchy for claims: a claim “calls” those that it rests on. */
export const callHierarchy: Handler = {
  capabilities: { callHierarchyProvider: true },
  register(context) {
    const { connection, ask, positions } = context;
    const { callHierarchy: provider } = connection.languages;
    provider.onPrepare(({ textDocument: { uri }, position }) => {
      const asked = ask(uri, position);
      const claims = asked ? claimsToFollow(asked.request) : [];
      return asked && claims.length > 0 ? claims.map((claim) => item(asked.file.desk, claim, context)) : null;
    });
    provider.onIncomingCalls(({ item: asked }) => {
      const found = claimOf(asked, context);
      if (!found) return null;
      const { desk, claim } = found;
      const { reasoning } = desk.service.world();
      return leaningOn(claim, reasoning).map((link) => ({
        from: item(desk, link.claim, context),
        fromRanges: ranges(desk, link.claim.path, link),
      }));
    });
    provider.onOutgoingCalls(({ item: asked }) => {
      const found = claimOf(asked, context);
      if (!found) return null;
      const { desk, claim } = found;
      const { reasoning } = desk.service.world();
      return leantOnBy(claim, reasoning).map((link) => ({
        to: item(desk, link.claim, context),
        fromRanges: ranges(desk, claim.path, link),
      }));
    });
    const ranges = (desk: Desk, path: string, link: SupportLink) =>
      link.ranges.map((range) => positions(desk, path, range));
  },
};

function item(desk: Desk, claim: ClaimRecord, { location, positions }: HandlerContext): CallHierarchyItem {
  const { path, id, text, range, headRange } = claim;
  const { uri } = location(desk, path, headRange);
  return {
    name: unmarked(id === null ? shortened(text) || 'claim' : `#${id}`),
    detail: unmarked(id === null ? path : shortened(text)),
    kind: SymbolKind.Interface,
    uri,
    range: positions(desk, path, range),
    selectionRange: positions(desk, path, headRange),
    data: { from: range.from, id },
  };
}

/** The current claim of an item: by its position, or, if the text has changed, by its id. */
function claimOf(
  { uri, data }: CallHierarchyItem,
  { place }: HandlerContext,
): { desk: Desk; claim: ClaimRecord } | null {
  const at = place(uri);
  if (!at) return null;
  const { desk, path } = at;
  const { from, id } = data as { from: number; id: string | null };
  const claims = desk.service.world().reasoning.claimsIn(path);
  const found =
    claims.find((claim) => claim.range.from === from && claim.id === id) ??
    claims.find((claim) => id !== null && claim.id === id);
  return found ? { desk, claim: found } : null;
}
