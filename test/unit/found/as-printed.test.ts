import assert from 'node:assert/strict';
import { read, told } from './reading.ts';

/** What the citations of a text lead to, given the entries of its list. */
function check(text: string, list: string, ...expected: string[]): void {
  assert.deepEqual(told(read(`${text}\n\nReferences\n\n${list}\n`)), expected);
}

const SPANISH = `Tejedor Vallés, J. L. (2017a). Los telares del norte. Burrow.

Tejedor, A. (2017b). Las tintas del norte. Burrow.

Hilandera Ruiz, M. T., y Cardador García, M. (2009). Los paños del sur. Burrow.

Levi-Strauss, C. (1955). Tristes telares. Burrow.
`;

describe('found: texts as they are printed', () => {
  it('the first of two family names stands for both, where nobody has it alone', () => {
    check('Según Tejedor (2017a), así era.', SPANISH, 'Tejedor (2017a) → tejedorValles2017a');
    check('Según Tejedor (2017b), así era.', SPANISH, 'Tejedor (2017b) → tejedor2017b');
    check(
      'Así era (Hilandera y Cardador, 2009).',
      SPANISH,
      'Hilandera y Cardador, 2009 → hilanderaRuizCardadorGarcia2009',
    );
    check('Así era (Levi, 1955).', SPANISH, 'Levi, 1955 → ?');
  });

  it('initials are no words for “no date”', () => {
    const list = `Fuller, S. D., & Wade, R. H. (1996). Looms of the north. Town Studies, 4, 10–14.

Lawson, N. D., Vogel, A. M., & Weaver, B. M. (2002). Dyes of the north. Town Studies, 9, 1–8.`;
    check(
      'So (Fuller and Wade, 1996; Lawson et al., 2002).',
      list,
      'Fuller and Wade, 1996 → fullerWade1996',
      'Lawson et al., 2002 → lawsonEtAl2002',
    );
  });

  it('two family names in capitals are no initials', () => {
    const list = `TECEDOR NETO, O. Os teares do norte. Leiden: Burrow, 2006.

TECEDOR NETO, O.; LIMA, P. As tintas do norte. Leiden: Burrow, 2002.`;
    check('Assim era (TECEDOR NETO, 2006).', list, 'TECEDOR NETO, 2006 → tecedorNeto2006');
    check(
      'Assim era (e. g., TECEDOR e LIMA, 2002).',
      list,
      'e. g., TECEDOR e LIMA, 2002 → tecedorNetoLima2002',
    );
  });

  it('capitals in a title do not make names of it', () => {
    const list = `WEAVER, M. A.; DYER, C. Making Wool Work: Checking the Guild in a Small Town. [S.l.]: Burrow, 2013.

FULLER, B. Felt Today. [S.l.]: Burrow, 2011.`;
    check('So it was (WEAVER; DYER, 2013).', list, 'WEAVER; DYER, 2013 → weaverDyer2013');
  });

  it('years of writing, in any bracket', () => {
    const list = `WEAVER, M. Looms [1934-1935]. Leiden: Burrow, 2015.

WEAVER, M. Dyes [1927]. Leiden: Burrow, 2014.

Kleiber, Heinrich (1985): Über Tuche [1805], in: Werke, Leiden: Burrow.`;
    check(
      'So (WEAVER, 2014 [1927], 2015 [1934-1935]).',
      list,
      'WEAVER, 2014 [1927] → weaver2014',
      '2015 [1934-1935] → weaver2015',
    );
    check('So (Kleiber 1805/1985).', list, 'Kleiber 1805/1985 → kleiber1985');
  });

  it('two works behind one name, with a slash', () => {
    const list = `Converser, P. (1964): Looms. Leiden: Burrow.

Converser, P. (1970): Dyes. Leiden: Burrow.`;
    check('So (Converser 1964/1970).', list, 'Converser 1964/1970 → converser1964', '1970 → converser1970');
  });

  it('a page that turns within a parenthesis', () => {
    const list = `Weaver, A., & Dyer, B. (2016). Looms. Burrow.

Fuller, C. (2012). Felt. Burrow.`;
    const before = 'The towns of the north had guilds in all of these years, as is well known (Weaver';
    check(`${before}\n20\n\n\f& Dyer, 2016).`, list, 'Weaver 20 & Dyer, 2016 → weaverDyer2016');
    check(
      `So it was (Dyer, 2011; Fuller,\n\n\f45\n2012).`,
      list,
      'Dyer, 2011 → ?',
      'Fuller, 45 2012 → fuller2012',
    );
  });

  it('semicolons and hyphens that stand amiss', () => {
    const list = `Hilandera-de-Ruiz, M.; Vallejo, A.; Tudor, C. Looms. Leiden: Burrow, 2019.

FERRO, M. E.; BELTRO, K. L.; DYER, C. Tintas. Leiden: Burrow, 2001.`;
    check(
      'So (FERRO et al.; 2001; Hilandera‑de‑Ruiz et al.; 2019).',
      list,
      'FERRO et al.; 2001 → ferroEtAl2001',
      'Hilandera‑de‑Ruiz et al.; 2019 → hilanderaRuizEtAl2019',
    );
    check('So (FERRO el al., 2001).', list, 'FERRO el al., 2001 → ferroEtAl2001');
  });

  it('an acronym in brackets before the name of the body', () => {
    const list = `[Lanapa] Liga Nacional de Pano. (2018). Teares do norte. Burrow.

Weaver, A. (2018). Looms. Burrow.`;
    check('So (Lanapa 2018).', list, 'Lanapa 2018 → lanapaLigaNacional2018');
  });

  it('a genitive in German', () => {
    const list = `Dyer, A. (1978): Tuche. Leiden: Burrow.

Weber, B. (1979): Webstühle. Leiden: Burrow.`;
    const german = 'Nachdem bei der Durchführung und nach den Regeln der Zunft den Empfehlungen';
    check(`${german} Dyers (1978) gefolgt wurde.`, list, '(1978) → dyer1978');
    check('The guilds of towns followed Dyers (1978).', list);
  });

  it('the number of a note behind a name', () => {
    const list = `Weaver, A. (2015). Looms. Burrow.

Dyer, B. (2016). Dyes. Burrow.`;
    check('Edited by Weaver2 (2015), it was.', list, 'Weaver2 (2015) → weaver2015');
  });

  it('names over several lines, and words set apart, begin an entry', () => {
    const { references } = read(`So (Brun et al. 2018).

References
Weaver, Anna (2001): Looms of the north. Leiden: Burrow, in all
of the towns.
Brun, Annelen / Engel, Stefan / Jann,
Fotis / Tu, Ngoc / Weimer, Lukas
(2018): Dyes of the north. Leiden: Burrow.
Störmer,

Uta

(2007):

Felt of the north. Leiden: Burrow.
`);
    assert.deepEqual(
      references.map(({ key }) => key),
      ['weaver2001', 'brunEtAl2018', 'stormer2007'],
    );
  });

  it('a state behind a town ends an entry', () => {
    const { references } = read(`So (Putnam, 2000).

References
Putnam, R. D. (1993). Making looms work.
Burrow University Press, Princeton, N.J.
Putnam, R. D. (2000). Weaving alone. Leiden: Burrow.
`);
    assert.deepEqual(
      references.map(({ key }) => key),
      ['putnam1993', 'putnam2000'],
    );
  });

  it('what no reader would take for a citation', () => {
    const list = `Weber, A. (2001): Tuche. Leiden: Burrow.

Dyer, B. (2002): Dyes. Leiden: Burrow.`;
    check('Er (Beobachter im Jahr 2000) sah (Weber 2001) es.', list, 'Weber 2001 → weber2001');
    check('In Equador (1979-1995,\n1997-2005) it was so (Dyer 2002).', list, 'Dyer 2002 → dyer2002');
    check(
      'A cream (R. J. Courtier, La cuisine, La Manufacture, 1989, page 215), so (Dyer 2002).',
      list,
      'Dyer 2002 → dyer2002',
    );
  });

  it('numbers in brackets call the numbered references rather than a list without a heading', () => {
    const facts = read(`The guilds [1] wove [2] and dyed [3], and sold [4].

1. Begin with the looms, in the morning, so that all of them are at work.
2. Go on with the dyes, in the evening, so that none of them runs dry.
3. End with the felt, in the night, so that nobody sees it in the town.

References

[1] A. Weaver. Looms of the north. Leiden: Burrow, 2001.
[2] B. Dyer. Dyes of the north. Leiden: Burrow, 2002.
[3] C. Fuller. Felt of the north. Leiden: Burrow, 2003.
[4] D. Carder. Wool of the north. Leiden: Burrow, 2004.
`);
    assert.deepEqual(
      facts.citations.map(({ number, status }) => `${number} ${status}`),
      ['1 resolved', '2 resolved', '3 resolved', '4 resolved'],
    );
    assert.equal(facts.markers.length, 0);
  });

  it('numbers of notes glued to words do not call a numbered list that names and years call', () => {
    const facts =
      read(`The guilds3 wove (Weaver 2001) in their towns.2 They dyed (Dyer 2002), and sold felt4 (Fuller 2003).1

References

[1] Weaver, A. 2001. Looms of the north. Leiden: Burrow.
[2] Dyer, B. 2002. Dyes of the north. Leiden: Burrow.
[3] Fuller, C. 2003. Felt of the north. Leiden: Burrow.
[4] Carder, D. 2004. Wool of the north. Leiden: Burrow.
`);
    assert.deepEqual(
      facts.citations.map(({ text, status }) => `${text} ${status}`),
      ['Weaver 2001 resolved', 'Dyer 2002 resolved', 'Fuller 2003 resolved'],
    );
  });

  it('a running head parts the works of one author, and a dash on the line of another entry', () => {
    const { references } = read(`So (Weaver 2003).

Bibliografía

Weaver, Anna: Looms of the North in Town. Burrow, 2001.

BIBLIOGRAFÍA

——: Dyes of the North in Town. Burrow, 2002.

DYER, B. Wool of the North in Town. Leiden: Burrow, 2003. ______. Felt of the North in Town. Leiden: Burrow, 2004.
`);
    assert.deepEqual(
      references.map(({ key }) => key),
      ['weaver2001', 'weaver2002', 'dyer2003', 'dyer2004'],
    );
  });

  it('a wrong year is told of whoever is listed, in capitals, in brackets, behind words', () => {
    const list = `WEAVER, A. Looms of the north. Leiden: Burrow, 2001.

DYER, B.; CARDER, C. Dyes of the north. Leiden: Burrow, 2002.`;
    check(
      'So (WEAVER, 1994; DYER; CARDER, 2002).',
      list,
      'WEAVER, 1994 → ? near weaver2001',
      'DYER; CARDER, 2002 → dyerCarder2002',
    );
    check(
      'So (on looms see Weaver 1994), and (Dyer and Carder, 2002).',
      list,
      'on looms see Weaver 1994 → ? near weaver2001',
      'Dyer and Carder, 2002 → dyerCarder2002',
    );
    const brackets =
      'So [Weaver, 2001], [Weaver, 2001: 3], [Dyer and Carder, 2002] and [Dyer and Carder, 2002: 4]';
    assert.equal(
      told(read(`${brackets}, but not [Weaver, 1994].\n\nReferences\n\n${list}\n`)).at(-1),
      'Weaver, 1994 → ? near weaver2001',
    );
    check('So [Weaver, 1994] (Weaver, 2001).', list, 'Weaver, 2001 → weaver2001');
  });

  it('no emphasis reaches over the end of a paragraph, nor begins within a word', () => {
    const list = `Weber, A. (2001): Tuche. Leiden: Burrow.

Dyer, B. (2002): Dyes. Leiden: Burrow.`;
    check(
      'Für Nutzer*innen (Weber 1994) und Autor*innen gilt es (Dyer 2002).',
      list,
      'Weber 1994 → ? near weber2001',
      'Dyer 2002 → dyer2002',
    );
    check(
      'A star *here.\n\nSo (Weber 1994) and *there (Dyer 2002).',
      list,
      'Weber 1994 → ? near weber2001',
      'Dyer 2002 → dyer2002',
    );
  });

  it('who helped an author is none, and a given name may be left out', () => {
    const list = `Kitscher, Herbert, in Zusammenarbeit mit Anton J. Weber (1997): Tuche. Leiden: Burrow.

Tanner, Belmond, Serges Gerber Bouopa and Venant Messer (2006), Hides. Leiden: Burrow.`;
    check(
      'So (Kitscher 1997; Tanner, Gerber Bouopa and Messer 2006).',
      list,
      'Kitscher 1997 → kitscher1997',
      'Tanner, Gerber Bouopa and Messer 2006 → tannerEtAl2006',
    );
  });

  it('years behind an address and in a date', () => {
    const list = `BARBER, D. Looms. Available at: https://example.org/looms, 2004.

ARRUDA, J. Tecidos do norte. Diário. 03-06-2020. Disponível em: https://example.org/tecidos. Acesso em: 7 abr. 2022.`;
    check('So (BARBER, 2004; ARRUDA, 2020).', list, 'BARBER, 2004 → barber2004', 'ARRUDA, 2020 → arruda2020');
  });

  it('the publisher on a line of its own ends an entry', () => {
    const { references } = read(`So (Pollard, 1987).

References
Pollard, Carl y Sager, Ivan: Information-Based Looms, in Town and Country.
The University of Burrow Press, 1987.
Reaper, Mike: A Formal Theory of Felt. Burrow, 1992.
`);
    assert.deepEqual(
      references.map(({ key }) => key),
      ['pollardSager1987', 'reaper1992'],
    );
  });

  it('bodies: by their letters, in other cases, with small words', () => {
    const list = `ESCOLA NACIONAL DE PANO. Teares do norte. Leiden: Burrow, 2021.

SÃO TELMO (Estado). Secretaria do Pano. Tintas do norte. Leiden: Burrow, 2011.

Agencia calidad de los paños (2018). Los paños. Burrow.`;
    check(
      'So (ENP, 2021; SÃO TELMO, 2011; Agencia calidad de los paños, 2018).',
      list,
      'ENP, 2021 → escolaNacionalPano2021',
      'SÃO TELMO, 2011 → sao2011',
      'Agencia calidad de los paños, 2018 → agenciaCalidadLos2018',
    );
    const zunft =
      'Westdeutscher Zunfttag (2001): Tuche. Leiden: Burrow.\n\nWeber, A. (2002): Felt. Leiden: Burrow.';
    const { citations } = read(
      `Aus einer Studie des Westdeutschen Zunfttages (2001) ist es bekannt (Weber 2002).\n\nReferences\n\n${zunft}\n`,
    );
    assert.deepEqual(
      citations.filter(({ status, standsInList }) => status === 'unresolved' && !standsInList),
      [],
    );
  });

  it('names with initials and names turned round in one entry, and editors behind them', () => {
    const list = `Thomas K., y Cooker, K., eds. (2005). Looms. Burrow.

Sander, A., Isaac, M. M., and Miran, D., editors (2018). Dyes. Burrow.`;
    check(
      'So (Thomas y Cooker, 2005; Sander et al., 2018).',
      list,
      'Thomas y Cooker, 2005 → thomasCooker2005',
      'Sander et al., 2018 → sanderEtAl2018',
    );
  });

  it('a dash before the institution of a thesis begins no entry, a year in a title is not that of the work', () => {
    const { references } = read(`So (Freitag, 2008).

References
FREITAG, A. M. D. Migração dos panos na câmara. Dissertação (Mestrado)
— Universidade de Panos, 2008. Disponível em: https://example.org/.
SILVER, D. Teares batem recorde em 2018, diz a guilda. Disponível em: https://example.org/s. Acesso em: 12 ago. 2021.
`);
    assert.deepEqual(
      references.map(({ key }) => key),
      ['freitag2008'],
    );
  });

  it('a list of names after another work in one parenthesis', () => {
    const list = `Carder, A. (2001). Wool. Burrow.

Nevado, M.; Gallard, D. (2016). Looms. Burrow.`;
    check(
      'So (Carder, 2001, Nevado; Gallard, 2016).',
      list,
      'Carder, 2001 → carder2001',
      'Nevado; Gallard, 2016 → nevadoGallard2016',
    );
    check(
      'So (Nevado y Gallard et al.2016).',
      `${list}\n\nNevado, M.; Gallard, D.; Dyer, B. (2016). Dyes. Burrow.`,
      'Nevado y Gallard et al.2016 → nevadoEtAl2016',
    );
  });
});
