import { folded } from './folding.ts';
import type { Prose } from './prose.ts';
import type { TextRange } from '../text/range.ts';

export type SectionKind = 'notes' | 'references' | 'other';

/** A line that heads a part of the text, in offsets of the prose. */
export interface SectionHeading {
  readonly kind: SectionKind;
  /** Of a Markdown heading, 1 to 6; 0 for a line that is set off by its words alone. */
  readonly level: number;
  /** The words, without marks and numbers. */
  readonly range: TextRange;
  /** Where the line behind it begins. */
  readonly bodyFrom: number;
}

const NOTES =
  words(`notes; note; endnotes; end notes; end-notes; footnotes; notes and references; anmerkungen;
  anmerkung; endnoten; fussnoten; noten; remarques; notes de bas de page; notes de fin; notes et references; notas;
  notas finales; notas al pie; notas al pie de pagina; notas de rodape; notas de fim; note finali;
  note a pie di pagina; 注释; 註釋; 注釋; 注解; 註解; 尾注; 附注; 附註; 脚注; 腳註; 注; 註; 注記; 각주; 미주; 주; 주석;
  примечания; сноски; przypisy; noter; poznamky; jegyzetek`);

const REFERENCES =
  words(`references; reference; reference list; list of references; references cited; cited references;
  literature; literature cited; cited literature; works cited; work cited; bibliography; select bibliography; primary sources; secondary sources;
  selected bibliography; sources; sources cited; sources and bibliography; references and bibliography; bibliographie;
  references bibliographiques; references citees; liste des references; ouvrages cites; sources et bibliographie;
  literatur; literaturverzeichnis; literaturangaben; quellenverzeichnis; quellen und literatur;
  quellen- und literaturverzeichnis; bibliografie; 参考文献; 參考文獻; 参考书目; 參考書目; 引用文献; 引用文獻; 引用書目;
  文献; 참고문헌; 참고 문헌; referencias; referencias bibliograficas; bibliografia; obras citadas; bibliografia citada;
  riferimenti bibliografici; riferimenti; opere citate; literatuur; literatuurlijst; referenties; литература;
  список литературы; библиография; referenser; kallor; referanser; litteratur; kilder; litteraturliste`);

const OTHER =
  words(`abstract; abstracts; resume; resumes; summary; zusammenfassung; resumen; resumenes; riassunto; sommario;
  resumo; 摘要; 要旨; 초록; keywords; key words; mots-cles; mots cles; schlagworter; palabras clave; parole chiave;
  关键词; 關鍵詞; acknowledgements; acknowledgments; acknowledgement; acknowledgment; remerciements; danksagung;
  agradecimientos; ringraziamenti; 致谢; about the author; about the authors; about the contributors; author biography;
  author biographies; author information; author; authors; auteur; auteurs; autor; autoren; biography; biographies;
  note on contributors; notes on contributors; notes on contributor; funding; financial support; declarations;
  conflict of interest; conflicts of interest; declaration of conflicting interests; competing interests;
  data availability; data availability statement; appendix; appendices; annexe; annexes; anhang; apendice; appendice;
  附录; index; supplementary material; supplemental material; orcid; orcid id; orcid ids; corresponding author;
  tables; figures; list of abbreviations; abbreviations; introduction; conclusion; conclusions; further reading;
  droits d'auteur; citation; pour citer cet article; how to cite`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(';').map((word) => folded(word.trim().replace(/\s+/g, ' '))));
}

const LINE = /[^\n]+/g;
const FURNITURE = /^[\s#>:=—–-]*(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-z])[.)]?[ \t]+)?/i;

/**
 * Finds the lines that head notes, lists of references and other parts: headings of Markdown, and lines that
 * consist of a word such as ‘Notes’, ‘Literaturverzeichnis’ or ‘参考文献’ alone.
 */
export function findHeadings(prose: Prose): SectionHeading[] {
  const found: SectionHeading[] = [];
  LINE.lastIndex = 0;
  for (let line = LINE.exec(prose.text); line; line = LINE.exec(prose.text)) {
    const text = line[0];
    const isMarkdown = /^ {0,3}#{1,6}[ \t]/.test(text);
    if (!isMarkdown && text.length > 60) continue;
    const furniture = FURNITURE.exec(text)?.[0].length ?? 0;
    let name = text.slice(furniture);
    let kind = sectionKind(name);
    let from = line.index + furniture;
    if (kind === null) {
      const bare = /^[\s#>]*/.exec(text)![0].length;
      name = text.slice(bare);
      kind = sectionKind(name);
      if (kind !== null || isMarkdown) from = line.index + bare;
    }
    if (kind === null && !isMarkdown) continue;
    found.push({
      kind: kind ?? 'other',
      level: isMarkdown ? /#+/.exec(text)![0].length : 0,
      range: { from, to: from + name.trimEnd().replace(/[\s:#.]+$/, '').length },
      bodyFrom: line.index + text.length + 1,
    });
  }
  return found;
}

/** What a line of these words heads; null where it is no heading that we know. */
export function sectionKind(line: string): SectionKind | null {
  const trimmed = line.trim();
  // ‘note: …’ as a word of a sentence is no heading; of a lone word at most a colon is left out.
  const name = folded(trimmed.replace(/[\s:：.#]+$/, '')).replace(/\s+/g, ' ');
  if (name.length === 0 || name.length > 50) return null;
  if (/\.$/.test(trimmed)) return null;
  // A heading begins with a capital in scripts that have them.
  if (/^\p{Ll}/u.test(trimmed)) return null;
  if (REFERENCES.has(name)) return 'references';
  if (NOTES.has(name)) return 'notes';
  if (OTHER.has(name)) return 'other';
  return null;
}
