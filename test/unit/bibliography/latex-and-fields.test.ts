/** What LaTeX prints, the case of titles, the fields of BibTeX as those of CSL: each row is one. */
import { attachmentsOf, readFileField } from '../../../server/src/bibliography/attachments.ts';
import { bibtexToCsl } from '../../../server/src/bibliography/bibtex-to-csl.ts';
import { cslJsonRefusals } from '../../../server/src/bibliography/csl-json-refusals.ts';
import { isKnownCommand, latexToText } from '../../../server/src/bibliography/latex-text.ts';
import { withoutUnseen } from '../../../server/src/bibliography/latex-unseen.ts';
import type { BibliographyEntry } from '../../../server/src/bibliography/model.ts';
import {
  inSentenceCase,
  keepsCapitals,
  sentenceCase,
} from '../../../server/src/bibliography/sentence-case.ts';
import { checkRows } from '../../support/rows.ts';

const yes = (is: boolean): string => (is ? 'yes' : 'no');

describe('LaTeX as text', () => {
  it('has letters with accents', () =>
    checkRows(
      String.raw`
      \'e \^e \~n \"o \=a \.z ⇒ é ê ñ ö ā ż
      \u{a} \v{s} \H{o} \c{c} \d{s} \b{d} \k{a} \r{u} \h{a} \G{a} \U{z} ⇒ ă š ő ç ṣ ḏ ą ů ả ȁ z̎
      \'{e} {\'e} \'\i \'{\i} \^\j \"{\i}n \v c \v  {c} ⇒ é é íí ĵïn č č
      \'\^e \"{\'u} \'{\ae} ⇒ ế ú̈ ǽ
      `,
      latexToText,
    ));

  it('has letters and signs by name', () =>
    checkRows(
      String.raw`
      \ss\SS\o\O\l\L\ae\AE\oe\OE\aa\AA\i\j\dh\DH\dj\DJ\th\TH\ng\NG ⇒ ßẞøØłŁæÆœŒåÅıȷðÐđĐþÞŋŊ
      a\textendash b\textemdash c\hyphen d\slash e\textbar f ⇒ a–b—c-d/e|f
      \textquoteleft a\textquoteright\ \textquotedblleft b\textquotedblright\ \textquotesingle ⇒ ‘a’ “b” '
      \guillemotleft a\guillemotright\ \textquotestraightdblbase ⇒ «a» "
      \textasciitilde\textbackslash\textunderscore\textampersand\textdegree\textless\textgreater\times ⇒ ~\_&°<>×
      \textregistered\texttrademark\textcopyright\copyright\pounds\S\P ⇒ ®™©©£§¶
      a\dots\ b\ldots\ c\textellipsis ⇒ a… b… c…
      \alpha\beta\gamma\delta\lambda\mu\pi\sigma\omega ⇒ αβγδλμπσω
      \TeX\ \LaTeX\ \BibTeX ⇒ TeX LaTeX BibTeX
      \& \% \$ \# \_ \{ \} ⇒ & % $ # _ { }
      a\\b a\,b a\-b a\/b \(x\) ⇒ a b a b ab ab x
      `,
      latexToText,
    ));

  it('has dashes, quotation marks, spaces and mathematics', () =>
    checkRows(
      String.raw`
      a-b a--b a---b a----b ⇒ a-b a–b a—b a—-b
      a~b ⇒ a b
      $x$ and $y$ ⇒ x and y
      for $5 ⇒ for $5
      for \$5 and $x$ ⇒ for $5 and x
      \enquote{a} b \mkbibquote{c \enquote{d}} \enquote e ⇒ “a” b “c “d”” e
      \enquote{never ⇒ “never
      \emph{a} \textit {b} {\bf c} \unknown{d} ⇒ a b c d
      \noopsort{x}a \vphantom{b}c \phantom d \hspace{1em}e \vspace{1em}f \label{g}h \href{i}{j} ⇒ a c d e f h j
      `,
      latexToText,
    ));

  it('has what is written with a backquote', () =>
    checkRows(
      `
      \\\`e ⇒ è
      \`a' \`\`b'' it's '''c ⇒ ‘a' “b” it's ”'c
      `,
      latexToText,
    ));

  it('knows what commands print, or that they print nothing', () =>
    checkRows(
      `
      u ⇒ yes
      ss ⇒ yes
      noopsort ⇒ yes
      enquote ⇒ yes
      emph ⇒ no
      `,
      (name) => yes(isKnownCommand(name)),
    ));

  it('loses what is not printed', () =>
    checkRows(
      String.raw`
      a\footnote{b {c} \} d}e ⇒ ae
      a\footnote[1]{b}c \footnotes{d} ⇒ ac \footnotes{d}
      a \cite{b} c \parencite[1][2]{d} e \nocite{f} \citet*{g} \index{h}\label{i} ⇒ a  c  e
      a\cite b ⇒ a\cite b
      a\cite[b ⇒ a\cite[b
      a\cite{b ⇒ a
      \foreignlanguage{french}{a} \textlang{b}{c} \selectlanguage{d}e ⇒ {a} {c} e
      a\ b ⇒ a b
      \ifmmode a\else b\fi c ⇒ b c
      \ifmmode a\fi c ⇒ \ifmmode a\fi c
      \\cite{a} \{ ⇒ \\cite{a} \{
      plain ⇒ plain
      `,
      withoutUnseen,
    ));
});

describe('titles in sentence case', () => {
  it('keep what is in braces and has more capitals, and go on with a capital after a stop', () =>
    checkRows(
      String.raw`
      The Looms of Ghent ⇒ The looms of ghent
      the looms of Ghent ⇒ The looms of ghent
      Looms: The First Year. A Report ⇒ Looms: The first year. A report
      Looms: Again ⇒ Looms: again
      Looms: Bulk-Load ⇒ Looms: Bulk-load
      Looms! Or What? Yes ⇒ Looms! Or what? yes
      The DNA of McKay and iPhone and H2O ⇒ The DNA of McKay and iPhone and H2O
      The {DNA}s of {Ghent} {and Lille} ⇒ The {DNA}s of {Ghent} {and Lille}
      {SQL:} Tables ⇒ {SQL:} tables
      {SQL} Tables ⇒ {SQL} tables
      {\'E}tudes And {\"O}sterreich \'Etudes ⇒ {\'E}tudes and {\"o}sterreich \'etudes
      \emph{The Looms} And \textit{Of Ghent} ⇒ \emph{The looms} and \textit{of ghent}
      \enquote{The Looms} And More \texttt{Code Here} ⇒ \enquote{The Looms} and more \texttt{Code Here}
      \& Looms ⇒ \& looms
      H$_2$O And $X Y$ Or $5 ⇒ H$_2$O and $X Y$ or $5
      "The Looms." And More ⇒ "The looms." And more
      Looms (First. Second) Third ⇒ Looms (first. Second) third
      Looms: [The First] Part ⇒ Looms: [The first] part
      Don't And L'Homme ⇒ Don't and L'Homme
      {\em The Looms} And {\it More} Here ⇒ {\em The Looms} and {\it More} here
      {The Looms ⇒ {The Looms
      `,
      sentenceCase,
    ));

  it('are not made where the capitals are those of another language', () =>
    checkRows(
      `
      The Looms of Ghent ⇒ no
      Die Webstühle und die Stadt ⇒ yes
      Die Webstühle of Ghent ⇒ no
      Les métiers de la ville ⇒ yes
      Les Métiers De La Ville Ancienne Et Moderne ⇒ no
      Les Métiers Anciens Et Modernes ⇒ no
      Les Métiers ⇒ no
      Los telares del Norte Verde ⇒ yes
      Los Telares Verdes Grandes del norte ⇒ yes
      Los Telares Verdes Grandes Rojos del norte ⇒ no
      Los telares verdes, La ciudad ⇒ no
      Van het weven in de Stad ⇒ yes
      Om vävning och Handel ⇒ yes
      Looms Again ⇒ no
      Vom Weben für Anfänger ⇒ yes
      Eine Stadt ⇒ no
      Delle Arti ⇒ no
      `,
      (title) => yes(keepsCapitals(title)),
    ));

  it('are made in English, said or supposed, and in the fields of titles alone', () =>
    checkRows(
      `
      langid = english | title = The Looms ⇒ langid = english | title = The looms
      langid = german | title = Die Looms ⇒ langid = german | title = Die Looms
      langid = french, en-GB | title = The Looms ⇒ langid = french, en-GB | title = The looms
      langid = en_US; de | title = The Looms ⇒ langid = en_US; de | title = The looms
      langid = englisch | title = The Looms ⇒ langid = englisch | title = The Looms
      language = American | title = Die Looms ⇒ language = American | title = Die looms
      hyphenation = ukenglish | title = The Looms ⇒ hyphenation = ukenglish | title = The looms
      title = Die Stadt und Looms ⇒ title = Die Stadt und Looms
      booktitle = The Looms | publisher = The Looms | subtitle = The Looms | journal = The Looms ⇒ booktitle = The looms | publisher = The Looms | subtitle = The looms | journal = The Looms
      maintitle = The Looms | mainsubtitle = The Looms | eventtitle = The Looms | shorttitle = The Looms ⇒ maintitle = The looms | mainsubtitle = The looms | eventtitle = The looms | shorttitle = The looms
      titleaddon = The Looms | booksubtitle = The Looms | issuetitle = The Looms | series = The Looms ⇒ titleaddon = The looms | booksubtitle = The looms | issuetitle = The looms | series = The looms
      `,
      (entry) => {
        const fields = entry.split(' | ').map((field) => field.split(' = ') as [string, string]);
        return [...inSentenceCase(new Map(fields))].map(([name, value]) => `${name} = ${value}`).join(' | ');
      },
    ));
});

describe('fields of BibTeX as those of CSL', () => {
  const item = (entry: string): string => {
    const [type = '', ...fields] = entry.split(' | ');
    const text = new Map(fields.map((field) => field.split(' = ') as [string, string]));
    const { id: _, ...csl } = bibtexToCsl('k', type, { text, names: new Map() })!;
    return Object.entries(csl)
      .map(([name, value]) => `${name} = ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(' | ');
  };

  it('for types', () =>
    checkRows(
      `
      article | entrysubtype = newspaper ⇒ type = article-newspaper
      article | entrysubtype = magazine ⇒ type = article-magazine
      article | entrysubtype = x ⇒ type = article-journal
      book | entrysubtype = newspaper ⇒ type = book
      unpublished ⇒ type = manuscript
      unpublished | venue = Ghent ⇒ type = speech | event-place = Ghent
      unpublished | eventdate = 2001 ⇒ type = speech | event-date = {"date-parts":[[2001]]}
      unpublished | event = A ⇒ type = speech
      book | eventtitle = A | eventtitleaddon = B ⇒ type = book | event-title = A. B
      nothing ⇒ type = document
      `,
      item,
    ));

  it('for titles', () =>
    checkRows(
      `
      book | title = A | subtitle = B | titleaddon = C ⇒ type = book | title = A: B. C | title-short = A
      book | title = A? | subtitle = B! | titleaddon = C ⇒ type = book | title = A? B! C | title-short = A?
      book | title = A: | subtitle = B ⇒ type = book | title = A: B | title-short = A:
      book | title = A | titleaddon = C ⇒ type = book | title = A. C
      book | subtitle = B | titleaddon = C ⇒ type = book
      book | title = A | subtitle = B | shorttitle = S ⇒ type = book | title-short = S | title = A: B
      book | maintitle = M ⇒ type = book | title = M
      book | title = A | maintitle = M | mainsubtitle = N ⇒ type = book | title = A | container-title = M: N
      book | title = A | booktitle = B ⇒ type = book | title = A
      incollection | title = A | booktitle = B | journal = J ⇒ type = chapter | title = A | container-title = B
      incollection | title = A | journal = J ⇒ type = chapter | title = A | container-title = J
      conference | title = A | booktitle = B | journaltitle = J ⇒ type = paper-conference | title = A | container-title = B
      suppbook | booktitle = B | journaltitle = J ⇒ type = chapter | container-title = B
      article | title = A | booktitle = B | journaltitle = J | shortjournal = S ⇒ type = article-journal | title = A | container-title = J | container-title-short = S
      article | title = A | booktitle = B ⇒ type = article-journal | title = A | container-title = B
      article | journaltitle = J | journal = K | journalsubtitle = L ⇒ type = article-journal | container-title = J: L
      periodical | title = A | issuetitle = I | issuesubtitle = S | note = N ⇒ type = periodical | title = I: S | container-title = A
      periodical | title = A ⇒ type = periodical | title = A
      article | title = A | issuetitle = I ⇒ type = article-journal | title = A
      `,
      item,
    ));

  it('for series and numbers', () =>
    checkRows(
      `
      book | series = 1 ⇒ type = book | collection-title = 1st series
      book | series = 2 ⇒ type = book | collection-title = 2nd series
      book | series = 3 ⇒ type = book | collection-title = 3rd series
      book | series = 4 ⇒ type = book | collection-title = 4th series
      book | series = 11 ⇒ type = book | collection-title = 11th series
      book | series = 12 ⇒ type = book | collection-title = 12th series
      book | series = 13 ⇒ type = book | collection-title = 13th series
      book | series = 14 ⇒ type = book | collection-title = 14th series
      book | series = 21 ⇒ type = book | collection-title = 21st series
      book | series = 111 ⇒ type = book | collection-title = 111th series
      book | series = newseries ⇒ type = book | collection-title = New series
      book | series = OldSeries ⇒ type = book | collection-title = Old series
      book | series = newseries 2 ⇒ type = book | collection-title = newseries 2
      book | volume = 3 | part = 2 ⇒ type = book | volume = 3.2
      book | volume = 3. | part = 2 ⇒ type = book | volume = 3. 2
      book | part = 2 ⇒ type = book | volume = 2
      article | number = 3 | issue = 4 ⇒ type = article-journal | issue = 3, 4
      article | issue = 4 ⇒ type = article-journal | issue = 4
      periodical | number = 3 ⇒ type = periodical | issue = 3
      suppperiodical | number = 3 ⇒ type = article-journal | issue = 3
      book | number = 3 ⇒ type = book | collection-number = 3
      incollection | number = 3 ⇒ type = chapter | collection-number = 3
      patent | number = 3 ⇒ type = patent | number = 3 | genre = patent
      article | pages = 3--5 ⇒ type = article-journal | page = 3–5
      article | pages = 3 --- 5, 7 – 9 ⇒ type = article-journal | page = 3–5, 7–9
      article | pages = 3-5, A-1 ⇒ type = article-journal | page = 3–5, A-1
      `,
      item,
    ));

  it('for who publishes it, what it is and where it is', () =>
    checkRows(
      `
      thesis | school = S | institution = I | organization = O | howpublished = H | publisher = P ⇒ type = thesis | publisher = S; I; O; H; P
      misc | howpublished = Available at https://x.org/a ⇒ type = document | URL = https://x.org/a
      misc | howpublished = https://x.org/a and more ⇒ type = document | publisher = https://x.org/a and more | URL = https://x.org/a
      misc | howpublished = http://x.org | url = http://y.org ⇒ type = document | URL = http://y.org
      misc | institution = Ghent. | publisher = P ⇒ type = document | publisher = Ghent. P
      phdthesis ⇒ type = thesis | genre = PhD thesis
      mastersthesis ⇒ type = thesis | genre = Master’s thesis
      phdthesis | type = Habil ⇒ type = thesis | genre = Habil
      thesis | type = PhDThesis ⇒ type = thesis | genre = PhD thesis
      misc | note = N | addendum = A ⇒ type = document | note = N. A
      misc | note = N! | addendum = A ⇒ type = document | note = N! A
      misc | addendum = A ⇒ type = document | note = A
      misc | langid = german ⇒ type = document | language = de-DE
      misc | language = ngerman | langid = french ⇒ type = document | language = fr-FR
      misc | langid = english | langidopts = variant=british ⇒ type = document | language = en-GB
      misc | langid = english | langidopts = variant = xx ⇒ type = document | language = en-US
      misc | langid = klingon ⇒ type = document | language = klingon
      misc | hyphenation = american ⇒ type = document | language = en-US
      misc | keywords = a, b ⇒ type = document | keyword = a, b
      misc | eprinttype = arXiv | eprint = 1 ⇒ type = document | URL = https://arxiv.org/abs/1
      misc | archiveprefix = jstor | eprint = 1 ⇒ type = document | URL = https://www.jstor.org/stable/1
      misc | eprinttype = pubmed | eprint = 1 ⇒ type = document | URL = https://www.ncbi.nlm.nih.gov/pubmed/1 | PMID = 1
      misc | eprinttype = googlebooks | eprint = 1 ⇒ type = document | URL = https://books.google.com?id=1
      misc | eprinttype = other | eprint = 1 ⇒ type = document
      misc | eprinttype = arxiv ⇒ type = document
      misc | doi = https://doi.org/10.1/x ⇒ type = document | DOI = 10.1/x
      misc | doi = http://dx.doi.org/10.1/x ⇒ type = document | DOI = 10.1/x
      misc | doi = doi: 10.1/x ⇒ type = document | DOI = 10.1/x
      misc | doi = 10.1/doi:x ⇒ type = document | DOI = 10.1/doi:x
      `,
      item,
    ));

  it('for dates', () =>
    checkRows(
      `
      misc | date = 2001-05 | year = 2002 ⇒ type = document | issued = {"date-parts":[[2001,5]]}
      misc | year = 2002b | month = may ⇒ type = document | issued = {"date-parts":[[2002,5]]} | year-suffix = b
      misc | month = may ⇒ type = document
      misc | urldate = 2001-05-06 | origdate = 1850 | eventdate = 1999/2000 ⇒ type = document | accessed = {"date-parts":[[2001,5,6]]} | original-date = {"date-parts":[[1850]]} | event-date = {"date-parts":[[1999],[2000]]}
      `,
      item,
    ));

  it('for people', () =>
    checkRows(
      `
      book | author ⇒ {"author":[{"family":"Ash","given":"author","dropping-particle":"d’"}]}
      book | bookauthor ⇒ {"container-author":[{"family":"Ash","given":"bookauthor","dropping-particle":"d’"}]}
      book | translator ⇒ {"translator":[{"family":"Ash","given":"translator","dropping-particle":"d’"}]}
      book | director ⇒ {"director":[{"family":"Ash","given":"director","dropping-particle":"d’"}]}
      book | editor ⇒ {"editor":[{"family":"Ash","given":"editor","dropping-particle":"d’"}]}
      book | editora ⇒ {"editor":[{"family":"Ash","given":"editora","dropping-particle":"d’"}]}
      book | editor | editortype = compiler ⇒ {"compiler":[{"family":"Ash","given":"editor","dropping-particle":"d’"}]}
      book | editor | editortype = Director ⇒ {"director":[{"family":"Ash","given":"editor","dropping-particle":"d’"}]}
      book | editor | editortype = collaborator ⇒ {"contributor":[{"family":"Ash","given":"editor","dropping-particle":"d’"}]}
      book | editor | editortype = x ⇒ {"editor":[{"family":"Ash","given":"editor","dropping-particle":"d’"}]}
      book | editora | editoratype = compiler ⇒ {"compiler":[{"family":"Ash","given":"editora","dropping-particle":"d’"}]}
      book | holder ⇒ {}
      patent | holder ⇒ {"author":[{"family":"Ash","given":"holder","dropping-particle":"d’"}],"genre":"patent"}
      patent | holder | author ⇒ {"author":[{"family":"Ash","given":"author","dropping-particle":"d’"}],"genre":"patent"}
      book | author | options = useprefix ⇒ {"author":[{"family":"Ash","given":"author","non-dropping-particle":"d’"}]}
      book | author | options = useprefix=true, x ⇒ {"author":[{"family":"Ash","given":"author","non-dropping-particle":"d’"}]}
      book | author | options = useprefix=false ⇒ {"author":[{"family":"Ash","given":"author","dropping-particle":"d’"}]}
      book | author | options = x, useprefix, y ⇒ {"author":[{"family":"Ash","given":"author","non-dropping-particle":"d’"}]}
      book | author | options = useprefixes ⇒ {"author":[{"family":"Ash","given":"author","dropping-particle":"d’"}]}
      `,
      (entry) => {
        const [type = '', ...fields] = entry.split(' | ');
        const said = fields.filter((field) => field.includes(' = '));
        const names = fields.filter((field) => !field.includes(' = '));
        const csl = bibtexToCsl('k', type, {
          text: new Map(said.map((field) => field.split(' = ') as [string, string])),
          names: new Map(names.map((name) => [name, [{ family: 'Ash', particle: "d'", given: name }]])),
        })!;
        const { id: _, type: __, ...rest } = csl;
        return JSON.stringify(rest);
      },
    ));

  it('for the parts of names', () =>
    checkRows(
      `
      {"literal": "A Body", "family": "x"} ⇒ [{"literal":"A Body"}]
      {"family": "al-Ash", "given": "B.C.D."} ⇒ [{"family":"Ash","given":"B. C. D.","non-dropping-particle":"al-"}]
      {"family": "de la Ash", "suffix": "J.R."} ⇒ [{"family":"Ash","non-dropping-particle":"de la","suffix":"J. R."}]
      {"family": "d’Ash"} ⇒ [{"family":"Ash","non-dropping-particle":"d’"}]
      {"family": "Ash", "particle": "von"} ⇒ [{"family":"Ash","dropping-particle":"von"}]
      {"family": "Ash", "particle": "von", "usesPrefix": true} ⇒ [{"family":"Ash","non-dropping-particle":"von"}]
      {"family": "von Ash", "particle": "zu"} ⇒ [{"family":"von Ash","dropping-particle":"zu"}]
      {"family": "ash"} ⇒ [{"family":"ash"}]
      {"family": "abcde-Ash"} ⇒ [{"family":"abcde-Ash"}]
      {"given": "B"} ⇒ [{"given":"B"}]
      {} ⇒ [{}]
      `,
      (name) =>
        JSON.stringify(
          bibtexToCsl('k', 'book', {
            text: new Map(),
            names: new Map([['author', [JSON.parse(name) as object]]]),
          })!.author,
        ),
    ));
});

describe('files that entries name', () => {
  const told = (field: string): string =>
    readFileField(field)
      .map(
        ({ path, description, mayBeRelative }) =>
          (description && `${description} = `) + path + (mayBeRelative ? ' (or without the slash)' : ''),
      )
      .join(' | ');

  it('in the field of BibTeX', () =>
    checkRows(
      String.raw`
      a.pdf ⇒ a.pdf
      folder/a.pdf ⇒ folder/a.pdf
      :a.pdf:PDF ⇒ a.pdf
      Full Text:a.pdf:application/pdf ⇒ Full Text = a.pdf
      Full Text:a.pdf ⇒ Full Text = a.pdf
      a.pdf:application/pdf ⇒ a.pdf
      Full Text:folder/a:application/pdf ⇒ Full Text = folder/a
      Full Text:folder/a ⇒ Full Text = folder/a
      One:a.pdf:PDF;Two:b.pdf:PDF ⇒ One = a.pdf | Two = b.pdf
      One\: Two:a\;b.pdf:PDF ⇒ One: Two = a;b.pdf
      :C\:\\Papers\\a.pdf:PDF ⇒ C:/Papers/a.pdf
      C:\Papers\a.pdf ⇒ C:/Papers/a.pdf
      :C:/Papers/a.pdf:pdf ⇒ C:/Papers/a.pdf
      :C$\backslash$:/Papers/a.pdf:pdf ⇒ C:/Papers/a.pdf
      attachments:a.pdf ⇒ attachments:a.pdf
      X:attachments:b/a.pdf:application/pdf ⇒ X = attachments:b/a.pdf
      file:///tmp/a%20b.pdf ⇒ /tmp/a b.pdf
      file://localhost/tmp/a.pdf ⇒ /tmp/a.pdf
      file:///C:/a.pdf ⇒ C:/a.pdf
      file://elsewhere/a.pdf ⇒
      file:///tmp/100%.pdf ⇒ /tmp/100%.pdf
      https://x.org/a.pdf ⇒
      X:https://x.org/a.pdf:URL ⇒
      //server/a.pdf ⇒
      :home/me/a.pdf:pdf ⇒ /home/me/a.pdf (or without the slash)
      :Users/me/a.pdf:pdf ⇒ /Users/me/a.pdf (or without the slash)
      :root/a.pdf:pdf ⇒ /root/a.pdf (or without the slash)
      :Volumes/a.pdf:pdf ⇒ /Volumes/a.pdf (or without the slash)
      :media/a.pdf:pdf ⇒ /media/a.pdf (or without the slash)
      :mnt/a.pdf:pdf ⇒ /mnt/a.pdf (or without the slash)
      :home.pdf:pdf ⇒ home.pdf
      a: b: c.pdf ⇒ a = b: c.pdf
      a.html:b.pdf:PDF ⇒ a.html = b.pdf
      :a{\_}b.pdf:pdf ⇒ a_b.pdf
      :a{\&}b{\%}c{\#}d.pdf:pdf ⇒ a&b%c#d.pdf
      :a\~{}b\^{}c.pdf:pdf ⇒ a~b^c.pdf
      :M{\"{u}}ller {\'{\i}} {\ss} {\o} \'{e}\^o\c{c}.pdf:pdf ⇒ Müller í ß ø éôç.pdf
      :: ⇒
      `,
      told,
    ));

  it('in fields that are too long, or too many', () => {
    const many = Array.from({ length: 60 }, (_, i) => `${i}.pdf`).join(';');
    checkRows('all ⇒ 50', () => String(readFileField(many).length));
    checkRows(
      `
      20000 ⇒ 1
      20001 ⇒ 0
      `,
      (length) => String(readFileField('a'.repeat(Number(length))).length),
    );
  });

  it('in items', () =>
    checkRows(
      `
      null ⇒ []
      {} ⇒ []
      [null, 5, {}] ⇒ []
      [{"path": "a.pdf", "title": "A"}, {"localPath": "b.pdf", "path": "c.pdf"}] ⇒ [{"path":"a.pdf","description":"A"},{"path":"b.pdf","description":""}]
      [{"localPath": "", "path": "C:\\\\c.pdf", "title": 5}] ⇒ [{"path":"C:/c.pdf","description":""}]
      [{"path": "https://x.org/a.pdf"}, {"path": "home/a.pdf"}] ⇒ [{"path":"/home/a.pdf","description":"","mayBeRelative":true}]
      `,
      (json) => {
        const entry = { latex: null, attached: () => JSON.parse(json) as unknown };
        return JSON.stringify(attachmentsOf(entry as unknown as BibliographyEntry));
      },
    ));
});

describe('what Pandoc refuses in CSL-JSON', () => {
  const refused = (text: string): string =>
    cslJsonRefusals(text, [
      { range: { from: text.indexOf('{'), to: text.length }, data: (JSON.parse(text) as unknown[])[0] },
    ])
      .map(({ range, message }) => {
        const said =
          /whole number, and never null|whole number|text in quotation marks|list of people|date/.exec(
            message,
          );
        return `${text.slice(range.from, range.to)}@${range.from} ${said?.[0]}`;
      })
      .join('; ');

  it('by the shape of each value', () =>
    checkRows(
      `
      [{"title": null}] ⇒ "title"@2 text in quotation marks
      [{"title": 5}] ⇒
      [{"title": 5.5}] ⇒ "title"@2 text in quotation marks
      [{"title": []}] ⇒ "title"@2 text in quotation marks
      [{"note": 5}] ⇒ "note"@2 text in quotation marks
      [{"custom": {"a": 1}}] ⇒
      [{"custom": null}] ⇒
      [{"custom": 5.5}] ⇒ "custom"@2 text in quotation marks
      [{"issued": "2001"}] ⇒
      [{"issued": 2001}] ⇒ "issued"@2 date
      [{"issued": null}] ⇒ "issued"@2 date
      [{"issued": []}] ⇒ "issued"@2 date
      [{"issued": {}}] ⇒
      [{"issued": {"literal": 5}}] ⇒ "issued"@2 date
      [{"issued": {"literal": null, "date-parts": null}}] ⇒
      [{"issued": {"date-parts": [[2001, "5"], [" -44 "]]}}] ⇒
      [{"issued": {"date-parts": [2001]}}] ⇒ "issued"@2 date
      [{"issued": {"date-parts": [["x"]]}}] ⇒ "issued"@2 date
      [{"issued": {"date-parts": [[1.5]]}}] ⇒ "issued"@2 date
      [{"issued": {"date-parts": 5}}] ⇒ "issued"@2 date
      [{"author": ["A", {"family": "B", "given": null}]}] ⇒
      [{"author": "A"}] ⇒ "author"@2 list of people
      [{"author": [null]}] ⇒ "author"@2 list of people
      [{"author": [[]]}] ⇒ "author"@2 list of people
      [{"author": [{"family": 5}]}] ⇒ "author"@2 list of people
      [{"author": [{"dropping-particle": 5}]}] ⇒ "author"@2 list of people
      [{"author": [{"non-dropping-particle": 5}]}] ⇒ "author"@2 list of people
      [{"author": [{"suffix": 5}]}] ⇒ "author"@2 list of people
      [{"author": [{"literal": 5}]}] ⇒ "author"@2 list of people
      [{"author": [{"given": 5}]}] ⇒ "author"@2 list of people
      `,
      refused,
    ));

  it('at the key of the item itself', () =>
    checkRows(
      `
      [{"custom": {"title": null}, "x": ["title"], "title": null}] ⇒ "title"@45 text in quotation marks
      [{"x": "title", "title" : null}] ⇒ "title"@16 text in quotation marks
      [{"x": [{}, []], "title": null}] ⇒ "title"@17 text in quotation marks
      [{"x": "\\"{", "title": null}] ⇒ "title"@14 text in quotation marks
      [{"\\u0074itle": null}] ⇒ {@1 text in quotation marks
      `,
      refused,
    ));

  it('in every field of dates, people and texts', () =>
    checkRows(
      (
        'accessed available-date event-date issued original-date submitted' +
        ' author chair collection-editor compiler composer container-author contributor curator director editor' +
        ' editorial-director editor-translator executive-producer guest host illustrator interviewer narrator' +
        ' organizer original-author performer producer recipient reviewed-author script-writer series-creator' +
        ' translator abstract annote archive archive_collection archive_location archive-place authority' +
        ' call-number chapter-number citation-key citation-label citation-number collection-number' +
        ' collection-title container-title container-title-short dimensions division DOI edition event' +
        ' event-place event-title first-reference-note-number genre ISBN issue ISSN journalAbbreviation' +
        ' jurisdiction keyword language license locator medium note number number-of-pages number-of-volumes' +
        ' original-publisher original-publisher-place original-title page page-first part-number part-title' +
        ' PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale section shortTitle' +
        ' source status supplement-number title title-short type URL version volume volume-title year-suffix'
      )
        .split(' ')
        .map((name) => name + ' ⇒ refused')
        .join('\n'),
      (name) => (refused(JSON.stringify([{ [name]: true }])) ? 'refused' : 'read'),
    ));
});
