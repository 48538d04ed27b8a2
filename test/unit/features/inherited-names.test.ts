import assert from 'node:assert/strict';
import { writtenEntry } from '../../../server/src/bibliography/write-entry.ts';
import { hoverAt } from '../../../server/src/features/hover/hover.ts';
import { suggestionsAt } from '../../../server/src/features/completion/completion.ts';
import { linksOfDocument } from '../../../server/src/features/document-links.ts';
import { outlineOf } from '../../../server/src/features/outline.ts';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import { termFor } from '../../../server/src/pages/locator-terms.ts';
import { workspaceFrom } from '../../support/check.ts';

/** What every object answers to, whatever it was made to hold. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

/** A workspace in which all that can be named is named by one word. */
const named = (word: string): Record<string, string> => ({
  'sicetnon.yaml': `bibliography: [works.bib, works.json, works.ris]
actors: [actors.yaml]
csl: ${word}
properties: {${word}: {type: choice, of: [${word}, other], ${word}: ${word}}}
places: {${word}: other}
rules: {${word}: off}
`,
  'works.bib': `@${word}{bib1, title = {A}, type = {${word}}, language = {${word}}, langid = {${word}}, ${word} = {B}, author = {${word}, ${word}}}\n`,
  'works.json': `[{"id": "${word}", "type": "${word}", "title": "&${word}; ${word}", "${word}": "x", "language": "${word}"}]`,
  'works.ris': `TY  - ${word}\nID  - ris1\nTI  - A\nLA  - ${word}\nER  - \n`,
  'actors.yaml': `${word}: {name: ${word}, kind: ${word}, relations: {${word}: [${word}]}}\n`,
  'notes.md': `---
lang: ${word}
${word}: ${word}
---

See [@bib1, ${word} 3], [@ris1, p. 3] and [@${word}].[^${word}] &${word};

[Words]{.claim .${word} #${word} about="${word}" by="${word}" says="${word} = ${word}" status="${word}" ${word}="${word}" when="${word}" where="${word}" supports="${word}"}

[Not so]{.claim #other about="${word}" by="bib1" says="${word} = other" contradicts="${word}"}

[^${word}]: N.
`,
});

describe('a word that every object answers to', () => {
  for (const word of inherited)
    it(`is a word like any other: ${word}`, async () => {
      const files = named(word);
      const service = await workspaceFrom(files);
      const text = files['notes.md']!;
      service.open('notes.md', text);
      await service.settle();
      for (const file of service.files()) service.check(file);
      await service.inspect('notes.md');
      const lines = LineIndex.of(text);
      for (let at = 0; at <= text.length; at += 3) {
        const request = service.request('notes.md', lines.positionAt(at))!;
        for (const { markdown } of [hoverAt(request)].filter((hover) => hover !== null))
          assert.doesNotMatch(markdown, /native code|\[object/, markdown);
        for (const { label, detail } of suggestionsAt(request)?.items ?? [])
          assert.doesNotMatch(`${label} ${detail}`, /native code|\[object/);
      }
      const { view } = service.request('notes.md', lines.positionAt(0))!;
      outlineOf(view);
      linksOfDocument(view, service.world());
    });

  it('is no type, language or style that we know', () => {
    for (const word of inherited) {
      assert.equal(termFor(word, false, word), null);
      for (const format of ['bibtex', 'ris'] as const) {
        const written = writtenEntry(format, { id: 'k', type: word, title: 'A' });
        assert.match(written ?? '', format === 'ris' ? /^TY {2}- GEN/ : /^@misc\{/);
      }
    }
  });
});
