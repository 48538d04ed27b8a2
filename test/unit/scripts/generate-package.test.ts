import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  generatePackage,
  generateWords,
  packageFile,
  ruleSettings,
} from '../../../scripts/generate-package.ts';
import { sameWords } from '../../../scripts/messages/catalogues.ts';
import { englishWords, wordsFile, type Words } from '../../../scripts/package-words.ts';
import { translated } from '../../../server/src/words/languages.ts';

describe('package.json', () => {
  it('holds the settings that the rules ask for', () => {
    const text = readFileSync(packageFile, 'utf8');
    const made = generatePackage(text);
    assert.deepEqual(JSON.parse(text), JSON.parse(made.text), 'package.json is stale: npm run generate');
    assert.deepEqual(englishWords(), made.english, 'package.nls.json is stale: npm run generate');
  });

  it('has every word in each language, by the same keys', () => {
    const text = readFileSync(packageFile, 'utf8');
    const english = englishWords();
    const keys = [...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!);
    assert.ok(keys.length > 100);
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(english).sort());
    for (const language of translated) {
      const words = JSON.parse(readFileSync(wordsFile(language), 'utf8')) as Words;
      assert.deepEqual(words, generateWords(english, language), 'stale: npm run generate');
      const hand = Object.keys(words).filter((key) => !/^setting-rules\.(?!choice\.)/.test(key));
      const asInEnglish = hand.filter((key) => words[key] === english[key] && !sameWords().has(words[key]!));
      assert.deepEqual(asInEnglish, [], language);
      // Commands in links, code and headings of buttons are kept.
      for (const key of hand) assert.deepEqual(kept(words[key]!), kept(english[key]!), `${language}: ${key}`);
    }
  });

  it('gives a sentence that is written into it a key', () => {
    const text = JSON.stringify({
      ...(JSON.parse(readFileSync(packageFile, 'utf8')) as object),
    }).replace('"%command.cite%"', '"Cite Somebody…"');
    const made = generatePackage(text);
    assert.equal(made.english['command.cite'], 'Cite Somebody…');
    assert.match(made.text, /"title": "%command\.cite%"/);
  });

  it('names what it is to be built into', () => {
    const { main, bin } = JSON.parse(readFileSync(packageFile, 'utf8')) as { main: string; bin: object };
    assert.equal(main, './dist/client.cjs');
    assert.deepEqual(bin, { sicetnon: 'dist/cli.js' });
  });
});

/** What no translation changes: commands of links, and code. */
function kept(words: string): string[] {
  return [...words.matchAll(/\]\(command:[^)]*\)|`[^`]*`|\{\.\w+/g)].map(([each]) => each).sort();
}

describe('The settings of a rule', () => {
  it('tell what it reports and why, and leave its severity alone by default', () => {
    const settings = ruleSettings([
      {
        code: 'ink-faded',
        severity: 'hint',
        title: 'Faded ink',
        what: 'Words that fade.',
        why: 'They are lost.',
      },
    ]) as { properties: Record<string, { default: string; enum: string[]; markdownDescription: string }> };
    const setting = settings.properties['sicetnon.rules.ink-faded']!;
    assert.equal(setting.default, 'default');
    assert.deepEqual(setting.enum, ['default', 'off', 'hint', 'information', 'warning', 'error']);
    assert.equal(
      setting.markdownDescription,
      '**Faded ink.** Words that fade.\n\nThey are lost.\n\nBy itself: *hint*.',
    );
  });
});
