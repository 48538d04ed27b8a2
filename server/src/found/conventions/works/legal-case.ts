import { introductionOf } from '../../note-names.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const legalCase: WorkForm = {
  name: 'legal-case',
  languages: ['en', 'de'],
  yields: 'works',
  what: 'A case by its parties and reports, a neutral citation, a judgment by its court: *Meyer v Adler [2019] UKSC 41*, *BGH, Urt. v. 3.4.2001 – VI ZR 12/00*',
  read,
  fixture: `So it was.¹ So it was.² So it was.³

Notes

1. ⟦legal-case|Meyer v Adler [2019] UKSC 41, [12].⟧
2. See ⟦legal-case|Meyer v. Port of Kiel, 347 U.S. 483 (1954).⟧
3. ⟦legal-case|BGH, Urteil vom 3.4.2001 – VI ZR 12/00.⟧
`,
};

const FIRM = String.raw`(?:,\s(?:Inc|Ltd|LLC|LLP|L\.P|Co|Corp|S\.A|N\.A|plc)\b\.?)?`;
const PARTY = String.raw`\p{Lu}[\p{L}\p{M}\d.'’&()\- ]{0,70}?${FIRM}`;
/** Citations of law reports: `[2019] UKSC 41`, `(1999) 12 CLR 34`, `347 U.S. 483`. */
const REPORT = String.raw`\[\d{4}\]\s(?:\d+\s)?\p{Lu}[\p{L}.() ]{1,20}?\s\p{Lu}?\d|\(\d{4}\)\s\d+\s\p{Lu}[\p{L}. ]{1,20}?\s\d|\d{1,4}\s\p{Lu}[\p{L}.\d'’ ]{1,20}?\s\d`;
const CASE = new RegExp(
  String.raw`^(?<title>(?:In re|Re|Ex parte)\s${PARTY}|${PARTY}\sv\.?\s${PARTY}),?\s(?:${REPORT}|No\.\s\d|\(.{0,30}\d{4}\))|^(?<neutral>\[\d{4}\]\s\p{Lu}{2,8}(?:\s\p{L}+)?\s\d+|\d{1,4}\s\p{Lu}[\p{L}.\d ]{1,20}?\s\d{1,4}\s\([\p{L}.\d ]{0,20}\d{4}\))`,
  'u',
);
const JUDGMENT =
  /^(?:BGH|BVerf(?:GE?)?|BVerwGE?|BAGE?|BSGE?|BFHE?|EuGH|EGMR|OLG|LG|AG|OVG|VG|OGH|BGE|RGZ?|RGSt|BGHZ|BGHSt|BVerfGE)\b.{0,60}?(?:\d+\s?,\s?\d+|\d{1,4}\/\d{2}|v(?:om|\.)\s\d)/u;

function read({ prose: { text }, from, to, titles }: NotePart): ReadWork | null {
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const own = words.slice(lead, lead + 300);
  const match = CASE.exec(own);
  const judgment = match ? null : JUDGMENT.exec(own);
  if (!match && !judgment) return null;
  const { title, neutral } = match?.groups ?? {};
  const year =
    /[[(](?:.{0,20}\s)?((?:1[5-9]|20)\d\d)[\])]/.exec(own)?.[1] ?? /\.((?:19|20)\d\d)\b/.exec(own)?.[1];
  return {
    range: { from: from + lead, to },
    names: [],
    title: title ?? neutral ?? titles[0]?.text ?? judgment![0],
    year: year ?? null,
    kind: 'case',
    container: null,
  };
}
