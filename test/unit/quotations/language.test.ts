import assert from 'node:assert/strict';
import { languageOf, languageOfTag } from '../../../server/src/quotations/language.ts';

describe('the language of words', () => {
  const told: [words: string, language: string | null][] = [
    ['The men were not at the gate, but they had come.', 'en'],
    ['Die Männer waren nicht am Tor, aber sie sind noch gekommen.', 'de'],
    ['Les hommes sont dans la rue, mais nous ne les avons pas vus.', 'fr'],
    ['Los hombres están en la calle, pero nadie los ha visto hasta hoy.', 'es'],
    ['Gli uomini sono nella strada, ma anche loro hanno fame.', 'it'],
    ['Os homens não têm pão, e eles também já foram pela rua.', 'pt'],
    ['De mannen zijn niet naar het werk, maar ze hebben wel honger.', 'nl'],
    ['Och männen har inte varit där, men jag vet att de är på väg till hamnen.', 'sv'],
    ['Og mændene har ikke været der, men jeg ved at de blev på vej til havnen.', 'da'],
    ['I nie było tak, że on był tylko dla nich, czy już jest.', 'pl'],
    ['Non enim est quod ad eos esse autem dicunt, sed etiam atque ex iis quae sunt.', 'la'],
    ['Рабочие пришли к воротам', 'cyrillic'],
    ['Οι εργάτες ήρθαν', 'greek'],
    ['جاء العمال إلى الباب', 'arabic'],
    ['הפועלים באו אל השער', 'hebrew'],
    ['노동자들이 문에 왔다', 'ko'],
    ['工人们来到了门口', 'zh'],
    ['労働者は門に来た', 'ja'],
    // too little, or of two languages at once
    ['', null],
    ['the', null],
    ['the of', 'en'],
    ['de la', null],
    [
      'Kilner Harbour Board Docks Committee the Minutes Annual Report of Wages Wharves Quays Sheds Cranes',
      null,
    ],
    ['the of and der die das', null],
    // 7 to 5 is as little lead as is enough; 6 to 5 is too little
    ['the of and to is that it der die das und den', 'en'],
    ['the of and to is that der die das und den', null],
    // letters of another script are names in it
    ['The union of 工会 was the first of all, and it was not the last that they had.', 'en'],
    ['工会', 'zh'],
    ['Ленин Kilner', 'cyrillic'],
    ['Ян Kilner Harbour', null],
  ];
  for (const [words, language] of told)
    it(`${language ?? 'cannot be told'}: “${words.slice(0, 40)}”`, () =>
      assert.equal(languageOf(words), language));

  it('takes a seventh of the words, no fewer, for enough', () => {
    const names = (count: number) => Array.from({ length: count }, () => 'Kilner').join(' ');
    assert.equal(languageOf(`the of and ${names(17)}`), 'en', '3 of 20');
    assert.equal(languageOf(`the of and ${names(18)}`), null, '3 of 21');
  });

  it('is that of the beginning of a long text', () => {
    const english = 'The men were not at the gate. '.repeat(401);
    const german = 'Die Männer waren nicht am Tor. '.repeat(2000);
    assert.equal(languageOf(english + german), 'en');
    assert.equal(languageOf(german + english), 'de');
  });
});

describe('the language of a tag', () => {
  for (const [tag, language] of [
    ['en', 'en'],
    ['en-GB', 'en'],
    ['DE-at', 'de'],
    ['la', 'la'],
    ['ja', 'ja'],
    ['zh-Hant-TW', 'zh'],
    ['ko', 'ko'],
    ['ru', 'cyrillic'],
    ['uk', 'cyrillic'],
    ['bg', 'cyrillic'],
    ['sr-Cyrl', 'cyrillic'],
    ['be', 'cyrillic'],
    ['el', 'greek'],
    ['grc', 'greek'],
    ['ar', 'arabic'],
    ['fa', 'arabic'],
    ['ur', 'arabic'],
    ['he', 'hebrew'],
    ['nb', 'da'],
    ['no', 'da'],
    ['nn', 'da'],
    ['fi', null],
    ['', null],
  ] as const)
    it(`is ${language ?? 'not known'} of “${tag}”`, () => assert.equal(languageOfTag(tag), language));
});
