import { isFoundAt } from '../../support/found-quotation.ts';

describe('what an editor may do to a quotation', () => {
  const cases: [string, string, string][] = [
    ['leave words out', 'the harbour … was silent', 'So ⟦q|the harbour⟧ of the old town ⟦q|was silent⟧.'],
    [
      'leave words out with three dots',
      'the harbour ... was silent',
      'So ⟦q|the harbour⟧ there ⟦q|was silent⟧.',
    ],
    [
      'leave words out with spaced dots',
      'the harbour . . . was silent',
      'So ⟦q|the harbour⟧ there ⟦q|was silent⟧.',
    ],
    [
      'leave words out in brackets',
      'the harbour [...] was silent',
      'So ⟦q|the harbour⟧ there ⟦q|was silent⟧.',
    ],
    [
      'leave words out in brackets with …',
      'the harbour […] was silent',
      'So ⟦q|the harbour⟧ there ⟦q|was silent⟧.',
    ],
    [
      'leave words out in parentheses',
      'the harbour (...) was silent',
      'So ⟦q|the harbour⟧ there ⟦q|was silent⟧.',
    ],
    [
      'leave the end of a sentence out',
      'It was silent. … Men left',
      'Then ⟦q|it was silent⟧, they say. Some ⟦q|men left⟧.',
    ],
    ['leave words out in four places', 'a … b … c … d', '⟦q|a⟧ x ⟦q|b⟧ x ⟦q|c⟧ x ⟦q|d⟧'],
    [
      'go back for a better place',
      'the port … a man [he] left',
      'So ⟦q|the port⟧ of a man who stayed, '.concat('x'.repeat(100), ' then ⟦q|a man⟧ ⟦q|left⟧.'),
    ],
    ['begin with an ellipsis', '… was silent', 'The harbour ⟦q|was silent⟧.'],
    ['end with an ellipsis', 'the harbour …', 'So ⟦q|the harbour⟧ was silent.'],
    ['say sic', 'the harber [sic] was silent', 'So ⟦q|the harber⟧ ⟦q|was silent⟧.'],
    ['say sic within punctuation', 'the harber[sic], was silent', 'So ⟦q|the harber⟧⟦q|, was silent⟧.'],
    ["quote the source's own sic", 'the harber [sic] was silent', 'So ⟦q|the harber⟧ [sic] ⟦q|was silent⟧.'],
    ["quote the source's own changed word", '‘they unfold[s] slowly’', 'So ⟦q|they unfold⟧[s] ⟦q|slowly⟧.'],
    ["quote the source's own changed capital", "'[i]deals of the port'", "So '[⟦q|i]deals of the port⟧'."],
    [
      'quote a list from the middle of an item',
      'left. \n- Ships came',
      'So it:\n\n- All ⟦q|left.\n- Ships came⟧ back.',
    ],
    ['quote an ellipsis of the source', 'the harbour … silent', 'So ⟦q|the harbour⟧ … ⟦q|silent⟧.'],
    ['change the case of a first letter', '[T]he harbour was silent', 'So ⟦q|the harbour was silent⟧.'],
    ['change the case of a first letter, down', '[i]deals of the port', 'Now ⟦q|Ideals of the port⟧.'],
    ['change the end of a word', 'they establish[ed] a port', 'So ⟦q|they establish⟧es ⟦q|a port⟧.'],
    ['complete a word', 'the dock[er]s of the port', 'So ⟦q|the dock⟧⟦q|s of the port⟧.'],
    ['explain a word', 'the union [of dockers] was weak', 'So ⟦q|the union⟧ ⟦q|was weak⟧.'],
    ['put a name for a pronoun', '[the dockers] had no union', 'Then they ⟦q|had no union⟧.'],
    [
      'put a name for a phrase',
      'so [the ACFTU] had no members',
      'And ⟦q|so⟧ the union of the old harbour ⟦q|had no members⟧.',
    ],
    [
      'quote brackets of the source',
      'the union [of dockers] was weak',
      'So ⟦q|the union⟧ [of dockers] ⟦q|was weak⟧.',
    ],
    [
      'mark the ends of lines',
      'the sea / and the // shore',
      'So\n| ⟦q|the sea⟧\n| ⟦q|and the⟧\n\n| ⟦q|shore⟧,\n| they said',
    ],
    ['quote as a line block', '| the sea\n | and the shore', 'So ⟦q|the sea\nand the shore⟧.'],
    ['quote the marks of the source', 'the sea / and the shore', 'So ⟦q|the sea⟧ / ⟦q|and the shore⟧.'],
    ['keep a stroke without spaces', 'the and/or clause', 'So ⟦q|the and/or clause⟧ is.'],
    ['carry a note of their own', 'the harbour[^7] was silent', 'So ⟦q|the harbour⟧ ⟦q|was silent⟧.'],
    ['cite within', 'the harbour [@lee2011, 3] was silent', 'So ⟦q|the harbour⟧ ⟦q|was silent⟧.'],
    ['mark up within', 'the [harbour]{.actor ref="h"} was *silent*', 'So ⟦q|the harbour was silent⟧.'],
    ['add final punctuation', '“the harbour was silent.”', 'So ⟦q|the harbour was silent⟧, they say.'],
    ['leave a question mark to whoever asks', 'was it silent?', 'So ⟦q|was it silent⟧? Nobody knows.'],
    ['ask what the source states', 'was it silent?', 'They said that ⟦q|was it silent⟧ and cold.'],
    ['keep a question within', 'was it? It was', 'So ⟦q|was it? It was⟧ cold.'],
  ];
  for (const [name, quotation, drawn] of cases) it(name, () => isFoundAt(quotation, drawn));
});
