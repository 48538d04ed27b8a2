import { check } from '../../support/check.ts';

const WORKS = '//- works.bib\n@book{meyer2011, title = {Dockers}}\n';

describe('what `@name` is to the program that reads the text', () => {
  it('is a file where it has the extension of a text', () =>
    check(`${WORKS}//- notes.md
---
bibliography: works.bib
---

@AGENTS.md

The rules are in @docs/rules.md, and in @⟦citation-undefined|adler2014⟧.
`));

  it('is a citation in a bracket that Pandoc prints for want of a key, also where a bibliography was merely found', () =>
    check(
      `${WORKS}//- notes.md
The dockers won [@meyer2011], or so [@⟦citation-undefined|adler2014⟧;] and [@⟦citation-undefined|novak1998⟧; ] say. Thanks to @lena.
`,
      { only: ['citation-undefined'] },
    ));

  it('is a package that R writes into a bibliography anew, whichever of its names is cited', () =>
    check(`${WORKS}//- notes.Rmd
---
bibliography: works.bib
---

They were drawn with quays [@R-quays; @quays2014] and not by hand [@⟦citation-undefined|adler2014⟧].

\`\`\`{r}
knitr::write_bib(c("quays"), "works.bib")
\`\`\`
`));

  it('cites nothing in slides of xaringan, which Pandoc does not read', () =>
    check(`${WORKS}//- slides.Rmd
---
bibliography: works.bib
output:
  xaringan::moon_reader:
    css: quay.css
---

**@QuayPress** | Made on the northern quay.
`));

  it('cites where Pandoc makes something of it too', () =>
    check(`${WORKS}//- slides.Rmd
---
bibliography: works.bib
output:
  html_document: default
  xaringan::moon_reader: default
---

As @⟦citation-undefined|adler2014⟧ says.
`));

  it('is an account where its address stands behind it, whatever year it ends with', async () => {
    const [finding] = await check(
      `---
bibliography: works.bib
---

The crane (@⟦citation-undefined|QuayWatch1973⟧) <a href="https://twitter.com/QuayWatch1973/status/1">3 May</a>
${WORKS}`.replace(/^/, '//- notes.md\n'),
    );
    if (finding!.severity !== 'information') throw new Error(finding!.severity);
  });

  it('is known from the bibliography that one of Quarto’s formats names', () =>
    check(`${WORKS}//- _quarto.yml
project: {type: website}
format:
  html:
    bibliography: works.bib
//- notes.qmd
As @meyer2011 says, and @⟦citation-undefined|adler2014⟧ too.
//- alone.qmd
---
format:
  html:
    toc: true
  docx: {bibliography: works.bib}
---

As @meyer2011 says.
`));
});

describe('enumerations with numbers in circles', () => {
  it('are no notes', () =>
    check(`//- notes.md
测试表明：① 工人赢了；② 老板付了钱；③ 罢工结束了。

办法如下。

① **参与者**：十二名工人。

② **样本**：三十份名册。

③ **维度**：五个方面。

结果表明：① 工人赢了；② 老板付了钱。

④ 主观评价，工人满意。
`));
});

describe('a title in quotation marks', () => {
  it('needs no page where a link lies around it', () =>
    check(`${WORKS.replace('Dockers', 'On the misuse of ropes in harbours')}//- notes.md
---
bibliography: works.bib
---

The tutorial came with the book [@meyer2011], "[On the misuse of ropes in harbours](https://example.org/ropes)" by its author.
`));
});
