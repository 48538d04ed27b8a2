import assert from 'node:assert/strict';
import { readFacts, readFactsOnce } from '../../../server/src/facts/read.ts';
import { parseOnce, parseTree } from '../../../server/src/syntax/tree.ts';
import { check } from '../../support/check.ts';
import { checkHover } from '../../support/features.ts';
import { checkRename } from '../../support/check-rename.ts';

const WORKS = `//- works.bib
@book{meyer2011, title = {Dockers}, author = {Meyer, Lena}}
`;

const HEAD = `---
title: Ropes after @meyer2011[^title]
abstract: |
  With [@meyer2011, p. 3], [@⟦citation-undefined|misskey⟧] and a note.[^abstract]

  Second paragraph, on @⟦citation-undefined|nobody⟧.
thanks: "Thanks^[After [@meyer2011].] to \\"all\\" [@⟦citation-undefined|quoted⟧]"
author:
- A. Nother[^author]
- name: B. Nother
  note: see @⟦citation-undefined|unknown⟧
  email: ann@example.org
keywords: [ropes, "[@⟦citation-undefined|inlist⟧]"]
description: >
  Folded after
  [see
  @⟦citation-undefined|folded⟧].
bibliography: works.bib
handle: "@someone"
twitter: "[@someone]"
colophon: 'It''s set by [@⟦citation-undefined|printer⟧], and @nobody''s.[^colophon]'
---
`;

describe('texts in metadata', () => {
  it('are read each by itself: what they cite, call and write', () =>
    check(`${WORKS}//- a.md
${HEAD}
Body.

[^title]: On the title.

[^abstract]: On the abstract, ⟦footnote-undefined|[^title]⟧.

[^author]: On the author.

[^colophon]: On the printer.

⟦footnote-unused|[^left]⟧: Left over.
`));

  it('further down count as well, and of a key the last', () =>
    check(`${WORKS}//- a.md
---
bibliography: missing.bib
title: One
---

Dockers [@meyer2011; @⟦citation-undefined|nobody⟧].

---
bibliography: works.bib
abstract: After [@⟦citation-undefined|other⟧].[^a]
---

[^a]: A note.
`));

  it('without a head', () =>
    check(`${WORKS}//- a.md
Dockers [@meyer2011; @⟦citation-undefined|nobody⟧].

---
bibliography: works.bib
---
`));

  it('may write notes of their own', () =>
    check('---\nabstract: |\n  A note.[^a]\n\n  [^a]: Written here.\n---\n\nDockers.\n'));

  it('are renamed with all else', () =>
    checkRename(
      `//- works.bib
@book{⟦name|meyer2011⟧, title = {Dockers}}
//- a.md
---
title: 'Ropes after @⟦name|meyer2011⟧'
abstract: |
  With [see @⟦name|meyer‸2011⟧, p. 3].
bibliography: works.bib
---

Dockers [@⟦name|meyer2011⟧].
`,
      'meyer2012',
    ));

  it('a note called in one is renamed in both', () =>
    checkRename('---\ntitle: Ropes[^⟦name|a⟧]\n---\n\nDockers.\n\n[^⟦name|a‸⟧]: A note.\n', 'b'));

  it('answer a hover', async () => {
    await checkHover(
      `${WORKS}//- a.md
---
title: "Ropes after @⟦hover|mey‸er2011⟧"
bibliography: works.bib
---

Dockers.
`,
      { says: ['Meyer'] },
    );
  });

  it('are the same however the document is read', () => {
    const text = `${HEAD.replace(/⟦[\w-]+\||⟧/g, '')}\nBody.\n\n---\nabstract: "Later [@x]"\n---\n`;
    const kept = readFacts(parseTree(text));
    const once = readFactsOnce(parseOnce(text));
    assert.deepEqual(kept.citations, once.citations);
    assert.deepEqual(kept.markers, once.markers);
    assert.deepEqual(kept.frontMatter, once.frontMatter);
    assert.equal(kept.citations.at(-1)!.key, 'x');
  });
});
