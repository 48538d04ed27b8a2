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

The owners gave way (Lee and Shen, 2011).
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
