/** The files beside the text of the playground. Everything in them is invented. */
export const FILES: Readonly<Record<string, string>> = {
  'sicetnon.yaml': `bibliography: [works.bib]
actors: [actors.yaml]
sources: {meyer.md: meyer2011}
properties:
  members: {type: quantity, unit: person, tolerance: 5%}
`,
  'works.bib': `@article{meyer2011,
  author = {Meyer, Lotte},
  title = {The dockers of the delta},
  journal = {Quay},
  date = {2011},
  pages = {1--24},
}

@book{adler2014, author = {Adler, Carl}, title = {Owners}, date = {2014}}
`,
  'actors.yaml': `harbour-union: {name: Harbour Union}
`,
  'meyer.md': `[p. 3] The gangs were hired at the gate each morning, and never by the week. [p. 4] Nobody on the quays trusted the union before the great strike.
`,
};

/** What stands in the playground at first. */
export const TEXT = `The gangs were “hired at the gate each evening” [@meyer2011, p. 3], and
“never by the week” [@meyer2011, p. 30].[^pay]

[The union had eighty members]{.claim by="meyer2011" about="harbour-union" says="members = 80" when="1931"} [@meyer2011, p. 4].

[It had three hundred]{.claim by="adler2014" about="harbour-union" says="members = 300" when="1931"} [@adler2014, p. 12].
`;
