import { introductionOf } from '../../note-names.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const statute: WorkForm = {
  name: 'statute',
  languages: ['en', 'de'],
  yields: 'works',
  what: 'A statute, a directive, a section of a code: *Harbours Act 1964, s 3*, *42 U.S.C. § 1983*, *§ 823 Abs. 1 BGB*',
  read,
  fixture: `So it was.¹ So it was.² So it was.³

Notes

1. ⟦statute|Harbours Act 1964, s 3.⟧
2. See ⟦statute|42 U.S.C. § 1983.⟧
3. Vgl. ⟦statute|§ 823 Abs. 1 BGB.⟧
`,
};

const STATUTE =
  /^(?:(?:\p{Lu}[\p{L}'’()&-]*,?\s(?:(?:of|and|the|for|on|to|in)\s){0,2}|\([\p{L}\p{N}., ]{2,40}\)\s){1,9}(?:Act|Code|Ordinance|Regulations|Order|Rules|Convention|Treaty)(?:\s\(\p{Lu}[\p{L} .]+\))?,?\s(?:of\s)?(?:1[5-9]|20)\d\d|\d{1,3}\s(?:U\.\s?S\.\s?C\.|C\.\s?F\.\s?R\.|Fed\.\sReg\.|Stat\.)(?:\sA\.)?\s(?:§+\s?)?\d[\d\w.-]*|U\.S\.\sConst\.\s(?:amend|art)\.\s[IVXL\d]+|(?:§+|Art\.|Artikel)\s?\d+[a-z]?(?:\s(?:Abs|Satz|S|Nr|lit|Alt|Var|Ziff)\.?\s?[\da-z]+)*(?:,\s\d+)*\s(?:\p{Lu}[\p{L}]{0,8}[GBVOK]|GG|BGB|StGB|ZPO|StPO|HGB|EGV|EUV|AEUV|EMRK)\b|(?:Council\s|Commission\s)?(?:Directive|Regulation|Richtlinie|Verordnung|Decision)\s(?:\((?:EC|EU|EEC|EG|EWG)\)\s)?(?:No\.?\s|Nr\.\s)?\d+\/\d+(?:\/\p{Lu}+)?)/u;

function read({ prose: { text }, from, to }: NotePart): ReadWork | null {
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const match = STATUTE.exec(words.slice(lead, lead + 240));
  if (!match) return null;
  return {
    range: { from: from + lead, to },
    names: [],
    title: match[0].replace(/,?\s(?:of\s)?(?:1[5-9]|20)\d\d$/, ''),
    year: /(?:1[5-9]|20)\d\d$/.exec(match[0])?.[0] ?? null,
    kind: 'statute',
    container: null,
  };
}
