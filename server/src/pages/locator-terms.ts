/**
 * Locator terms of the languages whose CSL locales define them. They are Pandoc's (verified by
 * `test/corpus/locators.test.ts`), plus `pág.`, which is usual in Spanish and Portuguese but missing in their
 * locales.
 */
import { wordTable } from '../text/word-table.ts';

/** The locator terms of one language: for each CSL label its words in lower case, joined by `|`. */
export type LocatorWords = Readonly<Record<string, string>>;

const WORDS = wordTable<LocatorWords>({
  en: {
    book: 'book|books|bk.|bks.',
    chapter: 'chapter|chapters|chap.|chaps.|c.|cc.',
    column: 'column|columns|col.|cols.',
    figure: 'figure|figures|fig.|figs.',
    folio: 'folio|folios|fol.|fols.',
    issue: 'no.|nos.',
    line: 'line|lines|l.|ll.',
    note: 'note|notes|n.|nn.',
    opus: 'opus|opera|op.|opp.',
    page: 'page|pages|p.|pp.',
    paragraph: 'paragraph|paragraphs|para.|paras.|¶|¶¶',
    part: 'part|parts|pt.|pts.',
    section: 'section|sections|sec.|secs.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.',
    verse: 'verse|verses|v.|vv.',
    volume: 'volume|volumes|vol.|vols.',
  },
  de: {
    book: 'buch|bücher|b.',
    chapter: 'kapitel|kap.',
    column: 'spalte|spalten|sp.',
    figure: 'abbildung|abbildungen|abb.',
    folio: 'blatt|blätter|fol.',
    issue: 'nummer|nummern|nr.',
    line: 'zeile|zeilen|z.',
    note: 'anm.',
    opus: 'opus|opera|op.',
    page: 'seite|seiten|s.',
    paragraph: 'absatz|absätze|abs.|¶|¶¶',
    part: 'teil|teile',
    section: 'abschnitt|abschnitte|abschn.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s. v.|s. vv.',
    verse: 'vers|verse|v.',
    volume: 'band|bände|bd.|bde.',
  },
  fr: {
    book: 'livre|livres|liv.',
    chapter: 'chapitre|chapitres|chap.',
    column: 'colonne|colonnes|col.',
    figure: 'figure|figures|fig.',
    folio: 'folio|folios|fᵒ|fᵒˢ',
    issue: 'numéro|numéros|nᵒ|nᵒˢ',
    line: 'ligne|lignes|l.',
    note: 'note|notes|n.',
    opus: 'opus|op.',
    page: 'page|pages|p.',
    paragraph: 'paragraphe|paragraphes|paragr.|§',
    part: 'partie|parties|part.',
    section: 'section|sections|sect.',
    'sub-verbo': 'sub verbo|sub verbis|s. v.|s. vv.',
    verse: 'verset|versets|v.',
    volume: 'volume|volumes|vol.',
  },
  es: {
    book: 'libro|libros|lib.',
    chapter: 'capítulo|capítulos|cap.',
    column: 'columna|columnas|col.',
    figure: 'figura|figuras|fig.',
    folio: 'folio|folios|f.',
    issue: 'número|números|n.º',
    line: 'línea|líneas|l.',
    note: 'nota|notas|n.',
    opus: 'opus|opera|op.',
    page: 'página|páginas|p.|pp.|pág.|págs.',
    paragraph: 'párrafo|párrafos|párr.|§',
    part: 'parte|partes|pt.',
    section: 'sección|secciones|sec.',
    'sub-verbo': 'sub voce|sub vocibus|s. v.|s. vv.',
    verse: 'verso|versos|v.|vv.',
    volume: 'volumen|volúmenes|vol.|vols.',
  },
  it: {
    book: 'libro|libri|lib.',
    chapter: 'capitolo|capitoli|cap.|capp.',
    column: 'colonna|colonne|col.',
    figure: 'figura|figure|fig.',
    folio: 'foglio|fogli|fgl.',
    issue: 'fascicolo|fascicoli|fasc.',
    line: 'riga|righe|r.',
    note: 'nota|note|n.',
    opus: 'opera|opere|op.',
    page: 'pagina|pagine|p.|pp.',
    paragraph: 'paragrafo|paragrafi|par.|¶|¶¶',
    part: 'parte|parti|pt.',
    section: 'sezione|sezioni|sez.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.',
    verse: 'verso|versi|v.|vv.',
    volume: 'volume|volumi|vol.|voll.',
  },
  pt: {
    book: 'livro|livros|liv.',
    chapter: 'capítulo|capítulos|cap.',
    column: 'coluna|colunas|col.',
    figure: 'figura|figuras|fig.',
    folio: 'fólio|fólios|f.',
    issue: 'número|números|n.º',
    line: 'linha|linhas|l.',
    note: 'nota|notas|n.',
    opus: 'opus|opera|op.',
    page: 'página|páginas|p.|pp.|pág.|págs.',
    paragraph: 'parágrafo|parágrafos|par.|¶|¶¶',
    part: 'parte|partes|pt.',
    section: 'secção|secções|sec.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.',
    verse: 'versículo|versículos|v|vv',
    volume: 'volume|volumes|vol.|vols.',
  },
  nl: {
    book: 'boek|boeken|bk.',
    chapter: 'hoofdstuk|hoofdstukken|hfdst.',
    column: 'column|columns|col.',
    figure: 'figuur|figuren|fig.',
    folio: 'folio|f.',
    issue: 'nummer|nummers|nr.',
    line: 'regel|regels|l.',
    note: 'aantekening|aantekeningen|n.',
    opus: 'opus|opera|op.',
    page: 'pagina|p.|pp.',
    paragraph: 'paragraaf|paragrafen|par.|¶|¶¶',
    part: 'deel|delen',
    section: 'sectie|secties|sec.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.',
    verse: 'vers|versen|v.|vv.',
    volume: 'volume|volumes|vol.|vols.',
  },
  ru: {
    book: 'книга|книги|кн.',
    chapter: 'глава|главы|гл.',
    column: 'столбец|столбцы|стб.',
    figure: 'рисунок|рисунки|рис.',
    folio: 'лист|листы|л.|лл.',
    issue: 'выпуск|выпуски|вып.',
    line: 'строка|строки|стр.',
    note: 'примечание|примечания|прим.',
    opus: 'сочинение|сочинения|соч.',
    page: 'страница|страницы|с.|сс.',
    paragraph: 'параграф|параграфы|п.|пп.|¶|¶¶',
    part: 'часть|части|ч.|чч.',
    section: 'раздел|разделы|разд.|§|§§',
    'sub-verbo': 'смотри|см.',
    verse: 'стих|стихи|ст.',
    volume: 'том|тома|т.|тт.',
  },
  zh: {
    book: '册',
    chapter: '章',
    column: '栏',
    figure: '图表|图',
    folio: '版',
    issue: '期',
    line: '行',
    note: '注脚|注',
    opus: '作品|op.',
    page: '页',
    paragraph: '段落|段|¶|¶¶',
    part: '部分|部',
    section: '节|§|§§',
    'sub-verbo': '另见',
    verse: '篇',
    volume: '卷',
  },
  pl: {
    book: 'książka|książki',
    chapter: 'rozdział|rozdziały|rozdz.',
    column: 'kolumna|kolumny|kol.',
    figure: 'rycina|ryciny|ryc.',
    folio: 'folio|fol.',
    issue: 'numer|numery|nr',
    line: 'wiersz|wiersze|l.',
    note: 'notatka|notatki|n.',
    opus: 'opus|opera|op.',
    page: 'strona|strony|s.',
    paragraph: 'akapit|akapity|akap.|¶|¶¶',
    part: 'część|części|cz.',
    section: 'sekcja|sekcje|sekc.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.',
    verse: 'wers|wersy|w.',
    volume: 'tom|tomy|t.',
  },
  cs: {
    book: 'kniha|knihy|k.',
    chapter: 'kapitola|kapitoly|kap.',
    column: 'sloupec|sloupce|sl.',
    figure: 'obrázek|obrázky|obr.',
    folio: 'list|listy|l.',
    issue: 'číslo|čísla|č.',
    line: 'řádek|řádky|ř.',
    note: 'poznámka|poznámky|pozn.',
    opus: 'opus|opusy|op.',
    page: 'strana|strany|s.',
    paragraph: 'odstavec|odstavce|odst.|¶|¶¶',
    part: 'část|části',
    section: 'sekce|sek.|§|§§',
    'sub-verbo': 'pod heslem|pod hesly|s.v.',
    verse: 'verš|verše|v.',
    volume: 'ročník|ročníky|roč.',
  },
  sv: {
    book: 'bok|böcker',
    chapter: 'kapitel|kap.',
    column: 'kolumn|kolumner|kol.',
    figure: 'figur|figurer|fig.',
    folio: 'folio|folios|f.',
    issue: 'nummer|nr',
    line: 'rad|rader|l.',
    note: 'not|noter|n.',
    opus: 'opus|opera|op.',
    page: 'sida|sidor|s.',
    paragraph: 'stycke|stycken|st.|¶|¶¶',
    part: 'del|delar',
    section: 'avsnitt|avs.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.',
    verse: 'vers|verser',
    volume: 'volym|volymer|vol.',
  },
  da: {
    book: 'bog|bøger|b.',
    chapter: 'kapitel|kapitler|kap.',
    column: 'kolonne|kolonner|kol.',
    figure: 'figur|figurer|fig.',
    folio: 'folio|fol.',
    issue: 'nummer|numre|nr.',
    line: 'linje|linjer|l.',
    note: 'note|noter|n.',
    opus: 'opus|op.',
    page: 'side|sider|s.',
    paragraph: 'afsnit|afs.|¶|¶¶',
    part: 'del|dele|d.',
    section: 'paragraf|paragraffer|par.|§|§§',
    'sub-verbo': 'sub voce|s.v.',
    verse: 'vers|v.',
    volume: 'bind|bd.',
  },
  nb: {
    book: 'bok',
    chapter: 'kapittel|kap.',
    column: 'kolonne|kol.',
    figure: 'figur|fig.',
    folio: 'folio|fol.',
    issue: 'nummer|nr.',
    line: 'linje',
    note: 'note',
    opus: 'opus|op.',
    page: 'side|s.',
    paragraph: 'avsnitt|avsn.|¶|¶¶',
    part: 'del',
    section: 'paragraf|pargr.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.',
    verse: 'vers|v.',
    volume: 'bind|bd.',
  },
  fi: {
    book: 'kirja|kirjat',
    chapter: 'luku|luvut',
    column: 'palsta|palstat',
    figure: 'kuvio|kuviot|kuv.',
    folio: 'folio|foliot|fol.',
    issue: 'numero|numerot|nro',
    line: 'rivi|rivit|r.',
    note: 'huomautus|huomautukset|huom.',
    opus: 'opus|opukset|op.',
    page: 'sivu|sivut|s.',
    paragraph: 'kappale|kappaleet|¶|¶¶',
    part: 'osa|osat',
    section: '§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.',
    verse: 'säkeistö|säkeistöt|säk.',
  },
  ca: {
    book: 'llibre|llibres|llib.',
    chapter: 'capítol|capítols|cap.',
    column: 'columna|columnes|col.',
    figure: 'figura|figures|fig.',
    folio: 'foli|folis|f.',
    issue: 'número|números|núm.',
    line: 'línia|línies|l.',
    note: 'nota|notes|n.',
    opus: 'opus|opera|op.',
    page: 'pàgina|pàgines|p.',
    paragraph: 'paràgraf|paràgrafs|par.|§',
    part: 'part|parts|pt.',
    section: 'secció|seccions|sec.',
    'sub-verbo': 'sub voce|sub vocibus|s.v.',
    verse: 'vers|versos|v.',
    volume: 'volum|volums|vol.',
  },
  ja: {
    book: 'bk.',
    chapter: 'chap.',
    column: 'col.',
    figure: 'fig.',
    folio: 'f.',
    issue: 'no.',
    line: '行|l.',
    note: 'n.',
    opus: 'op.',
    page: 'ページ|p.|pp.',
    paragraph: '段落|para.|¶|¶¶',
    part: 'pt.',
    section: 'sec.|§|§§',
    'sub-verbo': 's.v.|s.vv.',
    verse: 'v.|vv.',
    volume: 'vol.|vols.',
  },
  la: {
    book: 'liber|libri|lib.',
    chapter: 'capitulum|capitula|cap.',
    column: 'columna|columnae|col.',
    figure: 'figura|figurae|fig.',
    folio: 'folium|folii|fol.',
    issue: 'numerus|numeri|n.',
    line: 'linea|lineae|l.',
    note: 'nota|notae',
    opus: 'opus|opera|op.',
    page: 'pagina|paginae|p.|pp.',
    paragraph: 'paragraphus|paragraphi|par.|¶|¶¶',
    part: 'pars|partes|pr.',
    section: '§|§§',
    'sub-verbo': 'sub uerbo|sub uerbis|s.u.|s.uu.',
    verse: 'versus|u.|uu.',
    volume: 'tomus|tomi|t.|tt.',
  },
  hu: {
    book: 'könyv',
    chapter: 'fejezet|fej.',
    column: 'oszlop|oszl.',
    figure: 'ábra|ábr.',
    folio: 'fóliáns|fol.',
    issue: 'szám|sz.',
    line: 'sor|s.',
    note: 'jegyzet|j.',
    opus: 'mű|op.',
    page: 'oldal|o.',
    paragraph: 'bekezdés|bek.|¶|¶¶',
    part: 'rész',
    section: 'szakasz|szak.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s. v.|s. vv.',
    verse: 'versszak|vsz.',
    volume: 'kötet|köt.',
  },
  tr: {
    book: 'kitap|kitaplar|kit.',
    chapter: 'bölüm|bölümler|böl.',
    column: 'sütun|sütunlar|süt.',
    figure: 'şekil|şekiller|şek.',
    folio: 'folyo|fl.',
    issue: 'sayı|sy',
    line: 'satır|satırlar',
    note: 'not|notlar|n.',
    opus: 'eser|eserler|a.yer',
    page: 'sayfa|sayfalar|s.|ss.',
    paragraph: 'paragraf|paragraflar|par.|¶|¶¶',
    part: 'kısım|kısımlar|ksm.',
    section: 'blm.|§|§§',
    'sub-verbo': 'madde|maddeler|md.',
    verse: 'ayet|ayetler|v.|vv.',
    volume: 'cilt|ciltler|c.',
  },
  el: {
    book: 'βιβλίο|βιβλία|βιβ.',
    chapter: 'κεφάλαιο|κεφάλαια|κεφ.',
    column: 'στήλη|στήλες|στ.',
    figure: 'εικόνα|εικόνες|εικ.',
    folio: 'φάκελος|φάκελοι|φάκ',
    issue: 'τεύχος|τεύχη|τχ.',
    line: 'σειρά|σειρές|γρ.',
    note: 'σημείωση|σημειώσεις|σημ.',
    opus: 'έργο|έργα|έργ.',
    page: 'σελίδα|σελίδες',
    paragraph: 'παράγραφος|παράγραφοι|παρ.|¶|¶¶',
    part: 'μέρος|μέρη|μέρ.',
    section: 'τμήμα|τμήματα|τμ.|§|§§',
    'sub-verbo': 'λήμμα|λήμματα|λήμ.',
    verse: 'στίχος|στίχοι',
    volume: 'τόμος|τόμοι|τ.',
  },
  uk: {
    book: 'книга|книги|кн.',
    chapter: 'розділ|розділи|розд.',
    column: 'графа|графи|ряд.',
    figure: 'рисунок|рисунки|рис.',
    folio: 'фоліант|фоліанти|ф.',
    issue: 'випуск|вип.',
    line: 'рядок|рядки|л.',
    note: 'примітка|примітки|прим.',
    opus: 'opus|opera|оп.',
    page: 'с.',
    paragraph: 'параграф|параграфи|пар.|¶|¶¶',
    part: 'частина|частини|ч.',
    section: 'сек.|§|§§',
    'sub-verbo': 'sub verbo|sub verbis|s.v.|s.vv.',
    verse: 'verse|verses',
    volume: 'том|томи',
  },
});

/** A lookup from word to CSL label. */
export interface LocatorTerms {
  readonly labels: ReadonlyMap<string, string>;
  /** The length of the longest word in UTF-16 units. */
  readonly longest: number;
}

const known = new Map<string, LocatorTerms>();

function languageOf(lang: string | null): string {
  const primary = /^[a-z]{2,3}/i.exec(lang ?? '')?.[0].toLowerCase() ?? 'en';
  return primary in WORDS ? primary : 'en';
}

/** The terms of a language by its tag (`de-AT` is German); English where it is null or has none. */
export function locatorTerms(lang: string | null): LocatorTerms {
  const language = languageOf(lang);
  let terms = known.get(language);
  if (!terms) {
    const labels = new Map<string, string>();
    for (const [label, words] of Object.entries(WORDS[language]!))
      for (const word of words.split('|')) labels.set(word, label);
    terms = { labels, longest: Math.max(...[...labels.keys()].map((word) => word.length)) };
    known.set(language, terms);
  }
  return terms;
}

/** The shortest term of a label, singular or plural; null where the language has none. */
export function termFor(label: string, isSeveral: boolean, lang: string | null): string | null {
  const terms = WORDS[languageOf(lang)]!;
  const words = Object.hasOwn(terms, label) ? terms[label]!.split('|') : [];
  const short = words.filter((word) => /^\p{L}+\.$/u.test(word));
  const [one, several = one] = short.length > 0 ? short : words;
  return (isSeveral ? several : one) ?? null;
}

/** `termFor` as a writer of the language has it: nouns of German with their capital. */
export function writtenTermFor(label: string, isSeveral: boolean, lang: string | null): string | null {
  const term = termFor(label, isSeveral, lang);
  return term && asWritten(term, lang);
}

/** The term of a label that is spelt out, singular or plural, as it is written; null where the language has none. */
export function longTermFor(label: string, isSeveral: boolean, lang: string | null): string | null {
  const terms = WORDS[languageOf(lang)]!;
  const words = Object.hasOwn(terms, label) ? terms[label]!.split('|') : [];
  const [one, several] = words.filter((word) => /^\p{L}+$/u.test(word));
  const long = isSeveral ? several : one;
  return long === undefined ? null : asWritten(long, lang);
}

function asWritten(term: string, lang: string | null): string {
  return languageOf(lang) === 'de' ? term.charAt(0).toUpperCase() + term.slice(1) : term;
}

/** The plural of a term as it is written: `pp.` for `p.`, `Seiten` for `Seite`; the term itself where it has none. */
export function pluralOf(written: string, lang: string | null): string {
  const term = written.toLowerCase();
  const [stem, stop] = [term.replace(/\.$/, ''), term.endsWith('.')];
  for (const words of Object.values(WORDS[languageOf(lang)]!)) {
    const all = words.split('|');
    const next = all.includes(term) ? all[all.indexOf(term) + 1] : undefined;
    if (next && next.endsWith('.') === stop && next.length > term.length && next.startsWith(stem))
      return written.charAt(0) + next.slice(1);
  }
  return written;
}

/** The languages with terms of their own, and these. */
export function locatorLanguages(): readonly (readonly [language: string, words: LocatorWords])[] {
  return Object.entries(WORDS);
}
