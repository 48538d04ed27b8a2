import { introductionOf } from '../../note-names.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const newspaper: WorkForm = {
  name: 'newspaper',
  languages: ['en', 'de', 'fr', 'es', 'it'],
  yields: 'works',
  what: 'A newspaper by its date, without an author: *The Times, 4 May 1911, p. 3*',
  read,
  fixture: `So it was.¹ So it was.²

Notes

1. ⟦newspaper|The Harbour Times, 4 May 1911, p. 3.⟧
2. ⟦newspaper|Kieler Zeitung, 4. Mai 1911, S. 3.⟧
`,
};

const MONTH = String.raw`\p{L}{3,10}\.?`;
const PAPER = new RegExp(
  String.raw`^((?:\p{Lu}[\p{L}'’-]*\s?|(?:of|and|the|de|du|della?|der|des|für|y)\s){1,6}),?\s?(?:\([\p{L} ]{2,30}\),?\s)?(?:Nr?\.?o?\.?\s\d+,\s)?\(?(?:(?:\d{1,2}\.?\s)${MONTH}\s|\d{1,2}\.\s?\d{1,2}\.\s?|${MONTH}\s\d{1,2},\s)(?:1[5-9]|20)\d\d`,
  'u',
);
const NEWS =
  /\b(?:Times|Post|Gazette|Herald|News|Journal|\p{L}*[Zz]eitung|Tribune|Chronicle|Standard|Telegraph|Guardian|Monde|Figaro|Corriere|Stampa|Pa[ií]s|Nación|Daily|Morning|Evening|Presse|\p{L}*[Bb]latt|Bote|Anzeiger|Courier|Kurier|Mail|Star|Sun|Observer|Economist|Mercury|Merkur|Examiner|Echo|Press|Weekly|Spiegel|Zeit|Globe|Mirror|Advertiser|Intelligencer|Independent|Humanité|Libération|Repubblica|Messaggero|Mundo|Jornal|Folha|Estado|Diario)\b/u;

function read({ prose: { text }, from, to, titles, year }: NotePart): ReadWork | null {
  if (titles.length > 0 || year === null) return null;
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const match = PAPER.exec(words.slice(lead, lead + 160));
  if (!match || !NEWS.test(match[1]!)) return null;
  return {
    range: { from: from + lead, to },
    names: [],
    title: match[1]!.replace(/[,\s]+$/, ''),
    year,
    kind: 'news',
    container: null,
  };
}
