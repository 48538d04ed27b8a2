import type { Resolution } from '../reasoning/model.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, enumerated, say } from '../words/say.ts';

export const claimUndefined: Rule = {
  code: 'claim-undefined',
  severity: 'error',
  title: deferred('Address that leads to no claim'),
  what: deferred(
    'An address in `supports`, `implies`, `qualifies`, `contradicts`, `resolves`, `prefers` or `evidence` that leads nowhere, or to several claims at once.',
  ),
  why: deferred('The relation that you meant to state is not stated.'),
  examples: [
    {
      title: 'No claim of that name',
      fixture: `[Wages rose]{.claim #wages} [@meyer2011].

[So did prices]{.claim #prices supports="⟦claim-undefined|#wage⟧"} [@meyer2011].
`,
    },
    {
      title: 'A bare name that two files have',
      fixture: `//- a.md
[Wages rose]{.claim #wages} [@meyer2011].
//- b.md
[Wages fell]{.claim #wages} [@adler2014].
//- notes.md
[Prices rose]{.claim #prices qualifies="⟦claim-undefined|wages⟧"} [@meyer2011].
`,
    },
    {
      title: 'In this file, in the text of a work, and by its path',
      fixture: `//- sources/meyer.md
---
source: meyer2011
---

[Wages rose]{.claim #wages}.
//- notes/docks.md
[Prices rose]{.claim #prices} [@meyer2011].

[Both rose]{.claim #both implies="#prices" qualifies="meyer2011#wages ../sources/meyer.md#wages wages"} [@meyer2011].
`,
    },
  ],
  *checkLinks({ path }, { library, reasoning }) {
    for (const { address, range, resolution } of reasoning.unresolvedIn(path)) {
      // Without a project file the workspace may be incomplete.
      if (resolution.status === 'undefined' && resolution.missing === 'place' && !library.hasProject)
        continue;
      yield { range, message: message(address, resolution) };
    }
  },
};

function message(address: string, resolution: Exclude<Resolution, { status: 'resolved' }>): string {
  if (resolution.status === 'ambiguous')
    return say('“{address}” may mean several claims: {claims}. Write the one that you mean.', {
      address,
      claims: enumerated(resolution.candidates.map((claim) => claim.address)),
    });
  const { nearest } = resolution;
  return [
    leadsNowhere(address, resolution.missing),
    ...(nearest ? [say('Did you mean “{name}”?', { name: nearest })] : []),
  ].join(' ');
}

function leadsNowhere(address: string, missing: 'claim' | 'place' | 'address'): string {
  const hash = address.indexOf('#');
  switch (missing) {
    case 'claim': {
      const place = address.slice(0, Math.max(0, hash));
      if (place !== '')
        return say('“{address}” leads nowhere: “{place}” has no such claim.', { address, place });
      return hash < 0
        ? say('“{address}” leads nowhere: no claim of the workspace is called so.', { address })
        : say('“{address}” leads nowhere: no claim of this file is called so.', { address });
    }
    case 'place':
      return say(
        '“{place}” is neither a work whose text is here nor, seen from this file, a text with claims in it: “{address}” leads nowhere.',
        { place: address.slice(0, hash), address },
      );
    case 'address':
      return say('“{address}” is not the address of a claim: write #id, key#id or path/to/file.md#id.', {
        address,
      });
  }
}
