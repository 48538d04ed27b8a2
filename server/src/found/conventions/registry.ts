import { citedNamesAndYear } from './citations/cited-names-and-year.ts';
import { ibidInParentheses } from './citations/ibid-in-parentheses.ts';
import { inBrackets } from './citations/in-brackets.ts';
import { namesAndPage } from './citations/names-and-page.ts';
import { pageNumberAlone } from './citations/page-number-alone.ts';
import { pagesAlone } from './citations/pages-alone.ts';
import { partAndYear } from './citations/part-and-year.ts';
import { withoutParentheses } from './citations/without-parentheses.ts';
import { yearFirst } from './citations/year-first.ts';
import { acronymAndBody } from './entries/acronym-and-body.ts';
import { capitalWordTitle } from './entries/capital-word-title.ts';
import { capitalsBeforeTitle } from './entries/capitals-before-title.ts';
import { chineseImprint } from './entries/chinese-imprint.ts';
import { colonBeforeTitle } from './entries/colon-before-title.ts';
import { commasThroughout } from './entries/commas-throughout.ts';
import { groupWithTitle } from './entries/group-with-title.ts';
import { initialsBeforeTitle } from './entries/initials-before-title.ts';
import { yearAfterNamesAlone } from './entries/year-after-names.ts';
import { yearBetweenStops } from './entries/year-between-stops.ts';
import { yearInBrackets } from './entries/year-in-brackets.ts';
import { yearInImprint } from './entries/year-in-imprint.ts';
import { yearWithoutStop } from './entries/year-without-stop.ts';
import { bullets } from './entry-breaks/bullets.ts';
import { aLineEach } from './entry-breaks/a-line-each.ts';
import { doubleSpaced } from './entry-breaks/double-spaced.ts';
import { hangingLines } from './entry-breaks/hanging-lines.ts';
import { paragraphs } from './entry-breaks/paragraphs.ts';
import { chineseHeadings } from './headings/chinese.ts';
import { czechHeadings } from './headings/czech.ts';
import { dutchHeadings } from './headings/dutch.ts';
import { englishHeadings } from './headings/english.ts';
import { frenchHeadings } from './headings/french.ts';
import { germanHeadings } from './headings/german.ts';
import { hungarianHeadings } from './headings/hungarian.ts';
import { italianHeadings } from './headings/italian.ts';
import { koreanHeadings } from './headings/korean.ts';
import { polishHeadings } from './headings/polish.ts';
import { portugueseHeadings } from './headings/portuguese.ts';
import { russianHeadings } from './headings/russian.ts';
import { scandinavianHeadings } from './headings/scandinavian.ts';
import { spanishHeadings } from './headings/spanish.ts';
import { digitsApart } from './lost-markers/digits-apart.ts';
import { digitsGlued } from './lost-markers/digits-glued.ts';
import { digitsSplit } from './lost-markers/digits-split.ts';
import { parenthesisMisread } from './lost-markers/parenthesis-misread.ts';
import { parenthesisWithin } from './lost-markers/parenthesis-within.ts';
import { braces } from './markers/braces.ts';
import { bracketRaised } from './markers/bracket-raised.ts';
import { bracket } from './markers/bracket.ts';
import { caret } from './markers/caret.ts';
import { chineseBracket } from './markers/chinese-bracket.ts';
import { circled } from './markers/circled.ts';
import { gluedDigits } from './markers/glued-digits.ts';
import { html } from './markers/html.ts';
import { link } from './markers/link.ts';
import { parenthesis } from './markers/parenthesis.ts';
import { superscript } from './markers/superscript.ts';
import { wordedBracket } from './markers/worded-bracket.ts';
import { atEnd } from './note-lists/at-end.ts';
import { inPlace } from './note-lists/in-place.ts';
import { underHeading } from './note-lists/under-heading.ts';
import { numberAlone } from './note-numbers/number-alone.ts';
import { numberBare } from './note-numbers/number-bare.ts';
import { numberBracket } from './note-numbers/number-bracket.ts';
import { numberBracketRaised } from './note-numbers/number-bracket-raised.ts';
import { numberBraces } from './note-numbers/number-braces.ts';
import { numberCaret } from './note-numbers/number-caret.ts';
import { numberChineseBracket } from './note-numbers/number-chinese-bracket.ts';
import { numberColon } from './note-numbers/number-colon.ts';
import { numberCircled } from './note-numbers/number-circled.ts';
import { numberGlued } from './note-numbers/number-glued.ts';
import { numberHtml } from './note-numbers/number-html.ts';
import { numberLink } from './note-numbers/number-link.ts';
import { numberMisread } from './note-numbers/number-misread.ts';
import { numberParenthesis } from './note-numbers/number-parenthesis.ts';
import { numberStacked } from './note-numbers/number-stacked.ts';
import { numberStop } from './note-numbers/number-stop.ts';
import { numberSuperscript } from './note-numbers/number-superscript.ts';
import { numberWord } from './note-numbers/number-word.ts';
import { numberWordedBracket } from './note-numbers/number-worded-bracket.ts';
import { numbersBehindStops } from './numbered-citations/numbers-behind-stops.ts';
import { numbersGlued } from './numbered-citations/numbers-glued.ts';
import { numbersInBrackets } from './numbered-citations/numbers-in-brackets.ts';
import { numbersInParentheses } from './numbered-citations/numbers-in-parentheses.ts';
import { numbersRaised } from './numbered-citations/numbers-raised.ts';
import { raisedDigits } from './numbered-citations/raised-digits.ts';
import { aAO } from './short-forms/a-a-o.ts';
import { artCit } from './short-forms/art-cit.ts';
import { chineseArticleCited } from './short-forms/chinese-article-cited.ts';
import { chineseIbid } from './short-forms/chinese-ibid.ts';
import { chineseNote } from './short-forms/chinese-note.ts';
import { chineseWorkCited } from './short-forms/chinese-work-cited.ts';
import { cit } from './short-forms/cit.ts';
import { ders } from './short-forms/ders.ts';
import { ebenda } from './short-forms/ebenda.ts';
import { tamze } from './short-forms/tamze.ts';
import { ib } from './short-forms/ib.ts';
import { ibidSpanish } from './short-forms/ibid-spanish.ts';
import { ibid } from './short-forms/ibid.ts';
import { id } from './short-forms/id.ts';
import { idem } from './short-forms/idem.ts';
import { ivi } from './short-forms/ivi.ts';
import { lugCit } from './short-forms/lug-cit.ts';
import { locCit } from './short-forms/loc-cit.ts';
import { noteAfterWord } from './short-forms/note-after-word.ts';
import { noteBeforeWord } from './short-forms/note-before-word.ts';
import { noteInParentheses } from './short-forms/note-in-parentheses.ts';
import { notePointedTo } from './short-forms/note-pointed-to.ts';
import { oC } from './short-forms/o-c.ts';
import { opCit } from './short-forms/op-cit.ts';
import { archival } from './works/archival.ts';
import { legalCase } from './works/legal-case.ts';
import { nameAndPage } from './works/name-and-page.ts';
import { namesAndColon } from './works/names-and-colon.ts';
import { namesAndStop } from './works/names-and-stop.ts';
import { namesAndYear } from './works/names-and-year.ts';
import { namesYearAndTitle } from './works/names-year-and-title.ts';
import { newspaper } from './works/newspaper.ts';
import { shortNote } from './works/short-note.ts';
import { statute } from './works/statute.ts';
import { titleWithoutItalics } from './works/title-without-italics.ts';
import { authorInItalics } from './works/author-in-italics.ts';
import { titledWork } from './works/titled-work.ts';
import { unpublishedSource } from './works/unpublished-source.ts';
import { webPage } from './works/web-page.ts';
import type { Convention } from '../convention.ts';
import { ConventionSet } from '../convention-set.ts';

/** All conventions. If two read the same words, the first counts. */
export const allConventions: readonly Convention[] = [
  chineseHeadings,
  czechHeadings,
  dutchHeadings,
  englishHeadings,
  frenchHeadings,
  germanHeadings,
  hungarianHeadings,
  italianHeadings,
  koreanHeadings,
  polishHeadings,
  portugueseHeadings,
  russianHeadings,
  scandinavianHeadings,
  spanishHeadings,
  superscript,
  html,
  link,
  caret,
  bracketRaised,
  bracket,
  wordedBracket,
  chineseBracket,
  circled,
  braces,
  parenthesis,
  gluedDigits,
  digitsGlued,
  digitsApart,
  digitsSplit,
  parenthesisWithin,
  parenthesisMisread,
  numberStop,
  numberParenthesis,
  numberMisread,
  numberBracket,
  numberBracketRaised,
  numberSuperscript,
  numberHtml,
  numberLink,
  numberCaret,
  numberWord,
  numberColon,
  numberWordedBracket,
  numberChineseBracket,
  numberCircled,
  numberBraces,
  numberBare,
  numberGlued,
  numberAlone,
  numberStacked,
  underHeading,
  inPlace,
  atEnd,
  legalCase,
  statute,
  archival,
  newspaper,
  namesAndColon,
  namesYearAndTitle,
  authorInItalics,
  titledWork,
  titleWithoutItalics,
  namesAndStop,
  namesAndYear,
  unpublishedSource,
  webPage,
  shortNote,
  nameAndPage,
  noteAfterWord,
  noteBeforeWord,
  notePointedTo,
  noteInParentheses,
  chineseNote,
  opCit,
  oC,
  artCit,
  locCit,
  lugCit,
  aAO,
  chineseWorkCited,
  chineseArticleCited,
  ibid,
  ibidSpanish,
  ib,
  ebenda,
  ders,
  tamze,
  ivi,
  chineseIbid,
  idem,
  id,
  cit,
  bullets,
  doubleSpaced,
  hangingLines,
  aLineEach,
  paragraphs,
  yearInBrackets,
  yearBetweenStops,
  yearAfterNamesAlone,
  groupWithTitle,
  yearWithoutStop,
  chineseImprint,
  acronymAndBody,
  capitalsBeforeTitle,
  commasThroughout,
  initialsBeforeTitle,
  colonBeforeTitle,
  yearInImprint,
  capitalWordTitle,
  inBrackets,
  ibidInParentheses,
  pagesAlone,
  partAndYear,
  namesAndPage,
  pageNumberAlone,
  yearFirst,
  citedNamesAndYear,
  withoutParentheses,
  numbersInBrackets,
  numbersRaised,
  raisedDigits,
  numbersInParentheses,
  numbersGlued,
  numbersBehindStops,
];

/** All conventions, prepared for use. */
export const knownConventions = new ConventionSet(allConventions);
