/** The workspace of the examples for quotations: two works with their texts, and a document that quotes them. */
export const QUOTATION_PROJECT = `//- sicetnon.yaml
bibliography: [works.bib]
sources:
  sources/meyer.md: meyer2011
  sources/adler.md: adler2014
//- works.bib
@article{meyer2011,
  author = {Meyer, Lotte},
  title = {The dockers of the delta},
  date = {2011},
}
@article{adler2014,
  author = {Adler, Jonas},
  title = {Wages on the waterfront},
  journaltitle = {Quarterly of Ports},
  date = {2014},
  pages = {10--24},
}
@book{novak1998,
  author = {Novak, Petr},
  title = {Ports of call},
  date = {1998},
}
//- sources/meyer.md
# The dockers of the delta

[1] The gangs were hired at the gate each morning, and nobody knew at dawn whether he would eat at night.

[2] Nobody on the quays was paid by the month. The pay books of the firm show that most crews were paid by the day.

[3] When the strike came, the foremen stood by the gate and counted those who went in.
//- sources/adler.md
# Wages on the waterfront

The owners kept two sets of books, one for the bank and one for the tax. What the men earned stood in neither.
`;
