import assert from 'node:assert/strict';
import { IntlMessageFormat } from 'intl-messageformat';
import { languageOf } from '../../../server/src/words/languages.ts';
import { deferred, listOf, say, setLanguage } from '../../../server/src/words/say.ts';

describe('what is said in a language', () => {
  afterEach(() => setLanguage('en', {}));

  it('is English where there is no translation', () => {
    setLanguage('de', {});
    assert.equal(say('Nothing settles it.'), 'Nothing settles it.');
    assert.equal(say('{count, plural, one {# note} other {# notes}}', { count: 1 }), '1 note');
  });

  it('is the translation, with the plural of the language', () => {
    const notes = deferred('{count, plural, one {# note} other {# notes}} in {file}');
    setLanguage('de', { [notes]: '{count, plural, one {# Anmerkung} other {# Anmerkungen}} in {file}' });
    assert.equal(say(notes, { count: 1200, file: 'a.md' }), '1.200 Anmerkungen in a.md');
    assert.equal(say(notes, { count: 1, file: 'a.md' }), '1 Anmerkung in a.md');
  });

  it('takes values as they are, whatever braces they hold', () => {
    assert.equal(say('Write {form}.', { form: '{.claim}' }), 'Write {.claim}.');
    assert.equal(say('Write {.claim} here.'), 'Write {.claim} here.');
  });

  it('is what the library makes of it, with or without plurals', () => {
    const values = { a: 'one', b: 2000, c: '{c} # <b>', yes: true, no: false };
    for (const message of [
      ...['{a}', '{a}{b}, {c}', "'{'{c}'}' it’s '{a}'", 'no value', '{b, number} {c}'],
      'it {yes, select, true {is {a}} other {is not}}{no, select, true {, too} other {}}',
      '{yes, select, true {{no, select, true {both} other {the one, {c}}}} other {none}}',
      '{a, select, two {2} other {{b, plural, one {#} other {# of them}}}}',
    ])
      assert.equal(
        say(message, values),
        new IntlMessageFormat(message, 'en-GB', undefined, { ignoreTag: true }).format(values),
        message,
      );
    assert.throws(() => say('{missing}', values));
    assert.throws(() => say('{missing, select, true {a} other {b}}', values));
    assert.throws(() => say('{a, select, one {{missing}} other {b}}', values));
  });

  it('is English where the translation is faulty', () => {
    setLanguage('fr', { 'Page {page}': 'Page {page' });
    assert.equal(say('Page {page}', { page: '3' }), 'Page 3');
  });

  it('says nothing of what objects inherit', () => {
    setLanguage('de', {});
    assert.equal(say('constructor'), 'constructor');
  });

  it('lists in the way of the language', () => {
    assert.equal(listOf(['a', 'b', 'c']), 'a, b and c');
    assert.equal(listOf(['a', 'b'], 'or'), 'a or b');
    setLanguage('zh-cn', {});
    assert.equal(listOf(['甲', '乙', '丙']), '甲、乙和丙');
  });

  for (const [tag, language] of [
    ['de', 'de'],
    ['de_AT.UTF-8', 'de'],
    ['fr-CA', 'fr'],
    ['zh-cn', 'zh-cn'],
    ['zh-Hans-SG', 'zh-cn'],
    ['zh-TW', 'en'],
    ['zh_Hant', 'en'],
    ['pt-br', 'en'],
    ['C.UTF-8', 'en'],
    ['', 'en'],
    [null, 'en'],
  ] as const)
    it(`“${tag}” is ${language}`, () => assert.equal(languageOf(tag), language));
});
