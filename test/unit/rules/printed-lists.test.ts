import { check } from '../../support/check.ts';

const ONLY = {
  only: [
    'reference-undefined',
    'reference-duplicate',
    'reference-ambiguous',
    'reference-uncited',
    'locator-outside',
    'front-matter-invalid',
  ],
};
const LIST = `
REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
`;

describe('a text with a list of references', () => {
  it('need not list what a block quotation cites, only whom it is from', () =>
    check(
      `As Meyer (2009) says:

> The tokens (Snedecor & Cochran, 1967) were counted by the men at the gate each night. (⟦reference-undefined|Novak, 1998⟧)

The owners gave way (Lee and Shen, 2011), and so did the men (Meyer, 2009).
${LIST}`,
      ONLY,
    ));

  it('takes a page behind a quotation for none of the works that this speaks of', () =>
    check(
      `Meyer (2009) has it so:

> Lee and Shen (2011) counted the tokens that the men brought to the gate. (p. 459)

The owners gave way (Lee and Shen, 2011: ⟦locator-outside|459⟧).
${LIST}`,
      ONLY,
    ));

  it('may have other editions, and works with letters of their own', () =>
    check(
      `The owners gave way (⟦reference-ambiguous|Meyer, 2009⟧, 2010a, 2010b; Lee and Shen, 2011).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) The dockers of the northern delta. Hamburg: Harbour Press.
Meyer L (2009) The dockers of the northern delta: Second edition. Hamburg: Harbour Press.
Meyer L (2010a) The cranes of the northern delta. Hamburg: Harbour Press.
Meyer L (2010b) The cranes of the northern delta. Hamburg: Harbour Press.
⟦reference-duplicate|Lee CK and Shen Y (2011⟧) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
`,
      ONLY,
    ));

  it('may have a list for each chapter, where one work in two lists is still one', () =>
    check(
      `The owners gave way (Lee and Shen, 2011; Meyer, 2009).
${LIST}
# The second chapter

The owners gave way again (Lee and Shen, 2011; Meyer, 2009).
${LIST}`,
      ONLY,
    ));

  it('is led to works by links', () =>
    check(
      `//- works.bib
@book{meyer2009, author = {Meyer, Lena}, title = {Dockers}, date = {2009}}
//- notes.md
---
bibliography: works.bib
---

The owners gave way (Meyer, 2009), as [Ofer Harel (2009)](https://example.org/harel) and ([Adler, 1972](https://example.org/adler)) say, and (⟦reference-undefined|Novak, 1998⟧).
`,
      ONLY,
    ));
});

describe('citations and lists of other kinds', () => {
  it('joins two names by a hyphen, and takes no plan for a work', () =>
    check(
      `# The model (Lee-Shen 2011)

Lee-Shen (2011) counted them (Meyer, 2009; UNO NZE 2050: 4). The model follows Lee-Shen (2011: 175), not ⟦reference-undefined|Novak-Adler (2011: 4)⟧.
${LIST}`,
      ONLY,
    ));

  it('reads on in the list below an address of somebody', () =>
    check(
      `The owners gave way (Lee and Shen, 2011; Meyer, 2009).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta, by @shen. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
[Cranes, Part 2, Number 5, Loading](https://example.org). (2019). Harbour Press.
`,
      { only: ['reference-undefined'] },
    ));

  it('is silent of two authors whom the text names together without a year', () =>
    check(
      `The owners gave way (Meyer, 2009), by the model of Lee & Shen. Others doubt it (Roth and Kerr, 2012).

REFERENCES

Lee CK and Shen Y (2011) The dockers of the delta. Quarterly of Ports 4(2): 173–187.
Meyer L (2009) Dockers. Hamburg: Harbour Press.
⟦reference-uncited|Roth A and Kerr B (2010⟧) Cranes. Hamburg: Harbour Press.
Roth A and Kerr B (2012) Ropes. Hamburg: Harbour Press.
`,
      ONLY,
    ));

  it('leaves the list of a section to that section', () =>
    check(
      `# Ropes

As Meyer (2009) says. Others doubt it (Adler, 2014; Novak, 1998).

- references
    - Meyer, L. (2009). Dockers. Hamburg: Harbour Press.
    - Torgo, L. (2010). Cranes. Hamburg: Harbour Press.

# Cranes

Others still doubt it (Sorg, 2001: 4).
`,
      ONLY,
    ));

  it('takes no power of ten for the number of a note', () =>
    check(
      `It took 10¹ s, then 10² s, then 10⁴ m / 10⁵ s.

## Limits

1. The first limit of the measure is the clock of the harbour.
2. The second limit of the measure is the men at the gate.
3. The third limit of the measure is the fog over the water.
4. The fourth limit of the measure is the paper of the book.
5. The fifth limit of the measure is the salt in the wind.
`,
      { only: ['note-unused', 'note-undefined', 'found-partly'] },
    ));
});

describe('tabs in front matter', () => {
  it('are one fault', () =>
    check(
      `---
title: Ports
keywords:
⟦front-matter-invalid|\t⟧- docks
\t- cranes
tags:
\t- ropes
---

The dockers won.
`,
      ONLY,
    ));
});

describe('slides', () => {
  it('end with three hyphens, whatever follows them', () =>
    check(
      `---
title: Ports
output:
  xaringan::moon_reader:
    lib_dir: libs
---

# One

---
name: two

# Two

What do these signs mean?

---
class: inverse

# Three
`,
      ONLY,
    ));
});
