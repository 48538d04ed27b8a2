import assert from 'node:assert/strict';
import { read, told } from './reading.ts';

/** What its citations lead to, and the references that nothing calls. */
function check(text: string, citations: readonly string[], uncited: readonly string[] = []): void {
  const facts = read(text);
  assert.deepEqual(told(facts), citations);
  assert.deepEqual(
    facts.uncitedReferences.map((reference) => facts.references[reference]!.key),
    uncited,
  );
}

describe('found: lists of references as they are', () => {
  it('year last, names in capitals', () => {
    check(
      `A greve venceu (MEYER, 2006, p.10). Segundo Adler (2014), os donos pagaram. Outros duvidam (SORG; ACOSTA-PEREIRA; LIMA, 2019, p.277). O porto mudou (AMORIM, 2004), e mudou de novo (BAKST, 1988 [1975], 2011 [1979]). A lei veio depois (SAFFI, 2015). Veio tarde (HUFF, 2021).

## REFERÊNCIAS

ADLER, C. M. *O dono do cais* [1934-1935]. *In:* ADLER, C. M. *Teoria do cais I*: a estilística. Tradução de Paulo Bezerra. São Paulo: Porto, 2014.

AMORIM, M. *O pesquisador e seu porto*: Adler nas Ciências Humanas. São Paulo: Musa, 2004.

BAKST, M. M. *Formas de tempo* [1975]. *In:* BAKST, M. M. *Questões de porto*. São Paulo: Hucitec, 1988. p.211-362.

BAKST, M. M. *Estética do porto* [1951-1953]. Tradução de Paulo Bezerra. 4. ed. São Paulo: Martins, 2011 [1979].

HUFF, L. A. *Entre o porto e o seu discurso:* um estudo. 202p. Tese (Doutorado). Florianópolis, 2021.

MEYER, B. Analise e teoria do porto. *In:* MEYER, B. (org.). *Adler:* outros conceitos. São Paulo: Contexto, 2006. p.9-31.

SAFFI, H. I. B. *Gênero, porto, violência*. São Paulo: Fundação, 2015.

SORG, N.; ACOSTA PEREIRA, R.; LIMA, T. C. da. Por uma análise do porto. *In:* GONÇALVES, A. *et al.* (org.). *Estudos do porto*. São Carlos: Pedro, 2019. p.275-300.
`,
      [
        'MEYER, 2006, p.10 → meyer2006',
        'Adler (2014) → adler2014',
        'SORG; ACOSTA-PEREIRA; LIMA, 2019, p.277 → sorgEtAl2019',
        'AMORIM, 2004 → amorim2004',
        'BAKST, 1988 [1975] → bakst1988',
        '2011 [1979] → bakst2011',
        'SAFFI, 2015 → saffi2015',
        'HUFF, 2021 → huff2021',
      ],
    );
  });

  it('names in natural order', () => {
    check(
      `The toolkit is free (Larsen and Traum, 2000). It was extended (Rayner et al., 2003) and compared (Bird, 2002).

References

Edward Loper and Steven Bird. 2001. A toolkit for harbours. In Proceedings of the Workshop, pages 1-8.
Steven Bird. 2002. Words of harbours. Harbour Press.
Staffan Larsen and David Traum. 2000. Information state in the harbour. Harbour Engineering, 6:323-340.
Manny Rayner, Beth Ann Hockey, and John Dowding. 2003. An open source harbour. In Proceedings, pages 1-4.
`,
      [
        'Larsen and Traum, 2000 → larsenTraum2000',
        'Rayner et al., 2003 → raynerEtAl2003',
        'Bird, 2002 → bird2002',
      ],
      ['loperBird2001'],
    );
  });

  it('a line within a sentence after a blank one', () => {
    check(
      `The dockers won their strike in the end, as was shown by Maner

and Mead (2010), and the owners paid for it (Paolacci,

Chandler, & Ipeirotis, 2010).

References

Maner, J. K., & Mead, N. L. (2010). The tension of harbours. Journal of Ports, 99, 482-497.

Paolacci, G., Chandler, J., & Ipeirotis, P. G. (2010). Running harbours. Quarterly of Ports, 5, 411-419.

Sorg, B. (2001). Ships. Bremen: Weser.
`,
      ['Maner and Mead (2010) → manerMead2010', 'Paolacci, Chandler, & Ipeirotis, 2010 → paolacciEtAl2010'],
      ['sorg2001'],
    );
  });

  it('all names turned round', () => {
    check(
      `The owners paid (PARK & MILLER 1921). COFFEY, HOLBROOK and ATKINSON (1996) say so too. See also WEITZMAN and MILES (1995) and LIM (2001).

References

Coffey, Amanda; Holbrook, Beverley & Atkinson, Paul (1996). Harbour Data. Quarterly of Ports, 4(2), 1-9.
Lim, Anna (2001). Ships. Bremen: Weser.
Park, Robert E., & Miller, Herbert A. (1921). Old Harbours Transplanted. New York: Harbour Press.
Weitzman, Eben A. & Miles, Matthew B. (1995). Computer Programs for Harbours. London: Weser.
`,
      [
        'PARK & MILLER 1921 → parkMiller1921',
        'COFFEY, HOLBROOK and ATKINSON (1996) → coffeyEtAl1996',
        'WEITZMAN and MILES (1995) → weitzmanMiles1995',
        'LIM (2001) → lim2001',
      ],
    );
  });

  it('particles behind initials', () => {
    check(
      `Virtue is one (Zyl, 2019). The relation holds (Donada, Mothe, & Ribeiro, 2019). Others agree (Sorg, 2001).

References

Donada, C., Mothe, C., & Ribeiro, G. C. de. (2019). The effects of harbours. Journal of Ports, 154, 211-228.

Sorg, B. (2001). Ships. Bremen: Weser.

Zyl, L. van. (2019). Harbour ethics. New York: Harbour Press.
`,
      ['Zyl, 2019 → zyl2019', 'Donada, Mothe, & Ribeiro, 2019 → donadaEtAl2019', 'Sorg, 2001 → sorg2001'],
    );
  });

  it('reprints, and editions glued to years', () => {
    check(
      `It was shown early (Zorbaugh 1929) and late (Thomas 1927). Gutberg (1999) and Meyer (1970a) agree, as do others (Sorg 2001).

References

Gutberg, Jan (19992), Volk und Hafen, Wiesbaden.
Meyer, Lena (1970a2), Häfen, in: Handbuch des Hafens, Hannover, S. 279–289.
Sorg, Bernd (2001), Schiffe, Bremen.
Thomas, William I. (1958/1927). The Docker. New York: Dover.
Zorbaugh, Harvey (1976/1929). The Harbour and the Slum. Chicago: University Press.
`,
      [
        'Zorbaugh 1929 → zorbaugh1976',
        'Thomas 1927 → thomas1958',
        'Gutberg (1999) → gutberg1999',
        'Meyer (1970a) → meyer1970a',
        'Sorg 2001 → sorg2001',
      ],
    );
  });

  it('further years, others, and somebody named like a month', () => {
    check(
      `Man sprach von Netzen (Schilling 2005: 7; vgl. auch 2006: 7 ff.). Enklaven (vgl. Wehr 2000; 2002). Korcz und andere (2000) sehen es anders; ebenso Mai 2001, 2006 (vgl. unter anderem Mai 2001, 2006; Sorg 2001).

Literatur

Korcz, Marek/Shire, Karen/Frenk, Stephen (2000), »Service«, Zeitschrift für Häfen 4, S. 1–9.
Mai, Uwe (2001), Häfen im Krieg, Paderborn.
Mai, Uwe (2006), Häfen danach, Paderborn.
Schilling, Otto (2005), Netze, Berlin.
Schilling, Otto (2006), Bünde, Berlin.
Sorg, Bernd (2001), Schiffe, Bremen.
Wehr, Jan (2000), Kontrolle, Opladen.
Wehr, Jan (2002), Die bewachte Stadt, Opladen.
`,
      [
        'Schilling 2005: 7 → schilling2005',
        'vgl. auch 2006: 7 ff. → schilling2006',
        'vgl. Wehr 2000 → wehr2000',
        '2002 → wehr2002',
        'Korcz und andere (2000) → korczEtAl2000',
        'Mai 2001 → mai2001',
        'vgl. unter anderem Mai 2001 → mai2001',
        '2006 → mai2006',
        'Sorg 2001 → sorg2001',
      ],
    );
  });

  it('umlauts spelt out', () => {
    check(
      `Händler lesen Märkte (Knorr/Brügger 2000). Laut Knorr und Brügger ist es so. Dagegen Sorg (2001).

Literatur

Knorr, Karin/Bruegger, Urs (2000), »The Harbour Market«, Quarterly of Ports 4, S. 1–9.
Sorg, Bernd (2001), Schiffe, Bremen.
Lim, Anna (1999), Kräne, Bremen.
`,
      ['Knorr/Brügger 2000 → knorrBruegger2000', 'Sorg (2001) → sorg2001'],
      ['lim1999'],
    );
  });

  it('the order of the authors decides', () => {
    check(
      `It raises bias (Bushman & Anderson, 2002), and the model explains it (Anderson & Bushman, 2002).

References

Anderson, C. A., & Bushman, B. J. (2002). Human harbours. Annual Review of Ports, 53, 27-51.
Bushman, B. J., & Anderson, C. A. (2002). Violent harbours. Bulletin of Ports, 28, 1679-1686.
Sorg, B. (2001). Ships. Bremen: Weser.
`,
      ['Bushman & Anderson, 2002 → bushmanAnderson2002', 'Anderson & Bushman, 2002 → andersonBushman2002'],
      ['sorg2001'],
    );
  });

  it('the letter decides', () => {
    check(
      `So it is (Knorr/Lim 2000, 2000a; Sorg 2001).

References

Knorr, Karin/Lim, Anna (2000), »Harbours«, Quarterly of Ports 4, 1–9.
Knorr, Karin/Lim, Anna (2000a), »Ships«, Quarterly of Ports 5, 1–9.
Sorg, Bernd (2001), Cranes, Bremen.
`,
      ['Knorr/Lim 2000 → knorrLim2000', '2000a → knorrLim2000a', 'Sorg 2001 → sorg2001'],
    );
  });

  it('the author, then the title, then the year', () => {
    check(
      `The term is drawn from J. L. Austin's work, “How to Build Harbours” (1962). Mark de Rond, (2008a) agrees. Karau and Lim (Experiment 2, 1997) do not. Sorg (2001) is silent.

References

Austin, J. L. (1962). How to build harbours. Oxford: Clarendon.
de Rond, M. (2008a). From nausea to harbour. Bremen: Weser.
Karau, S. J., & Lim, A. (1997). Cohesion in harbours. Quarterly of Ports, 4, 1-9.
Sorg, B. (2001). Ships. Bremen: Weser.
`,
      [
        '(1962) → austin1962',
        'Mark de Rond, (2008a) → rond2008a',
        'Karau and Lim (Experiment 2, 1997) → karauLim1997',
        'Sorg (2001) → sorg2001',
      ],
    );
  });

  it('foreign names and groups in Chinese', () => {
    check(
      `码头工人的形成已有研究（汤普森，2001）。又见卡尔·波兰尼（2007）和马歇尔（2007）。本文同意沈原（2006）的看法，也见（清华大学社会学系“新生代农民工研究”课题组，2013）。

参考文献

E·P·汤普森.2001.英国工人阶级的形成[M].南京：译林出版社.

T.H.马歇尔.2007.公民身份与社会阶级[M].南京：江苏人民出版社.

卡尔·波兰尼.2007.大转型[M].杭州：浙江人民出版社.

清华大学社会学系“新生代农民工研究”课题组.2013.困境与行动[R].北京.

沈原.2006.社会转型与工人阶级的再形成[J].社会学研究(2): 13-36.
`,
      [
        '汤普森，2001 → 汤普森2001',
        '波兰尼（2007） → 波兰尼2007',
        '马歇尔（2007） → 马歇尔2007',
        '沈原（2006） → 沈原2006',
        '清华大学社会学系“新生代农民工研究”课题组，2013 → 清华大学社会学系新生代农民工研究2013',
      ],
    );
  });

  it('given names first, in several ways', () => {
    check(
      `The port was small (Adler et al., 2015; Brandt 2012). Ciano (2016) agrees; see also Dorn and Ebner (2011).

## References

Beate Adler, Kurt Meyer and Rosa Tobin (2015). Adapting the harbour. *Port Studies*, 9(1), pp. 15-35.

Karl Brandt. 2012. *Dockers*. Hamburg: Harbour Press.

Luca Ciano, Mara Dorn, and Olga Petri (2016). Homing in on ships. In *Proceedings of the Tenth Port Conference*, pp. 3-9.

Mara Dorn, Ernst Ebner. Text of the quay. *Quay Quarterly* 27, 1-15, 2011.
`,
      [
        'Adler et al., 2015 → adlerEtAl2015',
        'Brandt 2012 → brandt2012',
        'Ciano (2016) → cianoEtAl2016',
        'Dorn and Ebner (2011) → dornEbner2011',
      ],
    );
  });

  it('a body among the authors', () => {
    check(
      `One view (Adler et al. 2025) and another (Meyer 2019; Brandt 2018).

## References

Adler, R. A., G. Mattes, R. Rasch, and HARBOUR Group. 2025. "A checklist for ports." *Port Studies* 3(2): 1-20.

Brandt, Karl, and Lena Otto. 2018. *Dockers*. Hamburg: Harbour Press.

Meyer, Lena. 2019. *Owners*. Hamburg: Harbour Press.
`,
      ['Adler et al. 2025 → adlerEtAl2025', 'Meyer 2019 → meyer2019', 'Brandt 2018 → brandtOtto2018'],
    );
  });

  it('no stop after the year', () => {
    check(
      `The docks are old (Hock, 2004).

## Bibliografía

Hock, Susana. 2004 “Historia de los puertos”. _Estudios del Puerto_ 3. Editorial Muelle.

Meyer, Lena. 2001. _Los muelles_. Editorial Muelle.
`,
      ['Hock, 2004 → hock2004'],
      ['meyer2001'],
    );
  });
});
