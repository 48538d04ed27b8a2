/** The workspace of the examples for conflicts: two works, an actor, and its properties. */
export const CONFLICT_PROJECT = `//- sicetnon.yaml
actors: [actors.yaml]
bibliography: [works.bib]
properties:
  members: {type: quantity, unit: person, tolerance: 5%}
  trusted: {type: boolean}
places: {Altona: Hamburg}
//- actors.yaml
harbour-union:
  name: Union of Harbour Workers
//- works.bib
@book{meyer2011, author = {Meyer, Lena}, title = {Dockers}, date = {2011}}
@book{adler2014, author = {Adler, Carl}, title = {Owners}, date = {2014}}
`;
