import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { generatePackage, packageFile, ruleSettings } from '../../../scripts/generate-package.ts';

describe('package.json', () => {
  it('holds the settings that the rules ask for', () => {
    const text = readFileSync(packageFile, 'utf8');
    assert.deepEqual(
      JSON.parse(text),
      JSON.parse(generatePackage(text)),
      'package.json is stale: npm run generate',
    );
  });

  it('names what it is to be built into', () => {
    const { main, bin } = JSON.parse(readFileSync(packageFile, 'utf8')) as { main: string; bin: object };
    assert.equal(main, './dist/client.cjs');
    assert.deepEqual(bin, { sicetnon: 'dist/cli.js' });
  });
});

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
