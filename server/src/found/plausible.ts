import type { RawCitation } from './citation-form.ts';
import { endsPrefix, isPrefix, isSuffix } from './citation-words.ts';
import { folded, foldedWords } from './folding.ts';
import { BODY_WORDS, NO_AUTHOR, SAYING } from './name-words.ts';
import type { Prose } from './prose.ts';

const BEHIND =
  /^\s*,?\s*(?:(?:also|has|have|had|who|which|rightly|further|however|then|thus|again|in turn|for example|for instance|hat|haben|a|ont|ha|han)\b,?\s*){0,3}(\p{L}+)/u;
/** Verbs of saying whose subject is more often a town or a firm. */
const DOING = new Set(
  'saw found held used use put offered offer provided provide supported introduced focused developed presented treated'.split(
    ' ',
  ),
);
const INTRODUCED =
  /(?:\b(?:[Ss]ee|[Ff]ollowing|[Aa]ccording to|[Cc]f\.|[Pp]ace|[Cc]ontra|siehe|vgl\.|[Nn]ach|[Ss]elon|[Ss]egún|[Ss]econdo|(?:[Dd]raw|[Bb]uil|[Bb]as|[Rr]el)\p{Ll}{1,5} (?:up)?on|(?:argued|described|suggested|noted|identified|reported|proposed|discussed|cited|quoted|defined|analysed|analyzed|documented|advanced|observed|emphasi[sz]ed|characteri[sz]ed|conceptuali[sz]ed|shown) (?:by|in)))\s+$/u;
const PLACED =
  /(?:\b(?:in|at|from|to|across|near|around|the|The|In|At|From|of|this|that|its|à|au|en|dans|aus|im|el|la|los|las|il)|\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear)\s\p{Lu}[\p{L}-]{1,20}(?:\s\p{Lu}[\p{L}-]{1,20})?,)\s+$/u;

/** Judges names and years that match no work. */
export class Plausibility {
  private places: ReadonlySet<string> | undefined;

  constructor(private readonly prose: Prose) {}

  /**
   * Whether names and a year that match no work are nevertheless a citation, so that a missing entry may be
   * reported: names of persons, in the form of a citation. False if in doubt.
   */
  accepts(raw: RawCitation): boolean {
    return looksCited(raw, this.prose, (names) => this.arePlaces(names));
  }

  private arePlaces(names: readonly string[]): boolean {
    this.places ??= placesOf(this.prose.text);
    return names.every((name) => COUNTRIES.has(folded(name)) || this.places!.has(folded(name)));
  }
}

function looksCited(
  raw: RawCitation,
  prose: Prose,
  arePlaces: (names: readonly string[]) => boolean,
): boolean {
  const { names } = raw;
  if (!names) return false;
  const { text } = prose;
  // ‘Net Zero 2050’ names a plan or a scenario.
  if (Number(raw.date?.year ?? 0) > new Date().getFullYear() + 1) return false;
  if (names.names.some((name) => foldedWords(name).some((word) => NO_AUTHOR.has(word)))) return false;
  if (names.names.some((name) => name.split(' ').length > 4 || /\d/.test(name))) return false;
  if (names.names.length > 2 && names.etAl) return false;
  // ‘BetrVG 1972’, a German statute.
  if (names.names.some((name) => /\p{Ll}\p{Lu}{1,3}$/u.test(name))) return false;
  if (names.names.some((name) => NUMBERED.test(name) || /^[LDQ][’']\p{Ll}/u.test(name))) return false;
  if (prose.isEmphasised(names.range.from)) return false;
  const before = text.slice(Math.max(0, names.range.from - 30), names.range.from);
  if (/[\p{L}\d]-$|["“‘«]$/u.test(before)) return false;
  // The author of a species: ‘S. lagoa (Weaver, 1951)’.
  if (SPECIES.test(before) || SPECIES.test(text.slice(Math.max(0, raw.group.from - 40), raw.group.from)))
    return false;
  // A case at law: ‘Buck v. Davis (2017)’, ‘5 U.S. 6 (Mich. 1984)’.
  if (/\sv\.?s?\.?\s+$/.test(before)) return false;
  const isKnown = names.near.length > 0;
  if (!isKnown && OWN_DATA.test(text.slice(Math.max(0, raw.group.from - 40), raw.group.from))) return false;
  if (
    !isKnown &&
    raw.kind === 'item' &&
    /\d,?\s*$/.test(text.slice(Math.max(0, raw.group.from - 4), raw.group.from))
  )
    return false;
  if (names.names.some((name) => COURT.test(name))) return false;
  // ‘Weaver, Anna, Dyer, Ben, et al. (2003)’ describes a work, and the last is a given name.
  if (!isKnown && raw.kind === 'narrative' && names.etAl && /\p{Lu}\p{Ll}+,\s$/u.test(before)) return false;
  const decided = raw.locator !== null || names.etAl || isKnown;
  if (names.names.some(isAcronym) && raw.locator === null && !isKnown) return false;
  if (raw.kind === 'item') {
    // ‘(on looms see Weaver 2003)’, of a listed author.
    const isLed = isKnown && endsPrefix(raw.prefix);
    if (!isPrefix(raw.prefix) && !isLed && (raw.locator === null || /\p{Lu}/u.test(raw.prefix))) return false;
    if (!isSuffix(raw.suffix) && raw.locator === null) return false;
    if (
      names.names.some(
        (name) => name.includes(' ') && foldedWords(name).some((word) => BODY_WORDS.has(word)),
      ) &&
      !decided
    )
      return false;
    return decided || !arePlaces(names.names);
  }
  if (raw.kind !== 'narrative' || (PLACED.test(before) && !(isKnown && names.etAl))) return false;
  // Three or more words are more likely a title than an unlisted person.
  if (
    names.near.length === 0 &&
    names.names.some((name) => /^(?:\p{Lu}[\p{Ll}'’-]+\s){2,}\p{Lu}/u.test(name))
  )
    return false;
  if (names.names.some(isAcronym) && !isKnown) return false;
  const verb = BEHIND.exec(text.slice(raw.group.to, raw.group.to + 80))?.[1];
  const reported = verb !== undefined && SAYING.has(folded(verb)) && !DOING.has(folded(verb));
  return (decided || reported || INTRODUCED.test(before)) && !arePlaces(names.names);
}

/** A species with its genus abbreviated, before the name of its author. */
const SPECIES = /(?<!\p{L})\p{Lu}\p{Ll}?\.\s?\p{Ll}{4,}(?:\s\p{Ll}{4,})?\s$/u;
/** `ZA-Studien-Nrn.` */
const NUMBERED = /(?:^|[\s-])(?:Nrn?|Nos?|Bde?|Vols?|Art|Abs|Az)\.?$/i;
/** `D. Mass.`, `Ky. Ct. App.` */
const COURT =
  /(?:^|\s)(?:Ct|App|Cir|Supp|Mass|Mich|Cal|Tex|Fla|Ill|Ind|Pa|Va|Wis|Minn|Ariz|Colo|Conn|Del|Ga|Ky|La|Md|Me|Miss|Mo|Neb|Nev|Okla|Or|Tenn|Vt|Wash|Wyo|S\. Ct|U\.S)\.$/;

/** ‘Fonte: dados da pesquisa (Florianópolis, 2022)’: the writer’s own, with place and year. */
const OWN_DATA =
  /(?:dados da pesquisa|elaborado pel[oa]s? autor\p{L}*|elabora(?:ção própria|ción propia|zione propria)|own (?:data|elaboration|research)|eigene (?:erhebung|darstellung|berechnung\p{L}*)|élaboration (?:propre|de l['’]auteur))\s*\(?$/iu;

/** An acronym, ‘WRC’ or ‘MTur’, may stand for a body that the list writes out; a Roman number is no name. */
export function isAcronym(name: string): boolean {
  return /^\p{Lu}{2,}(?:s|\p{Ll}{2,3})?$/u.test(name);
}

const PLACED_NAME =
  /\b(?:in|from|across|near|outside)\s(\p{Lu}[\p{L}'-]*(?:\s\p{Lu}[\p{L}'-]*){0,2})(?!['’]?s?\s*[(,]|[\p{L}])/gu;

/** Names that the text uses as places: ‘in Chengdu’. */
function placesOf(text: string): ReadonlySet<string> {
  const places = new Set<string>();
  for (const match of text.matchAll(PLACED_NAME)) places.add(folded(match[1]!.replace(/\s+/g, ' ')));
  return places;
}

const COUNTRIES: ReadonlySet<string> = new Set(
  `africa america argentina asia athens australia austria bangkok barcelona beijing belgium berlin bologna boston brazil britain
  brussels bulgaria cairo canada chicago chile china colombia copenhagen croatia cuba delhi denmark dublin egypt england europe
  finland france frankfurt geneva germany greece hongkong hungary india indonesia iran iraq ireland israel istanbul italy jakarta
  japan kenya kiev korea kyiv kyoto lisbon london madrid malaysia manila mexico milan montreal moscow mumbai munich nairobi
  netherlands nigeria norway oslo pakistan paris peking philippines poland portugal prague rio rome romania russia seoul
  shanghai shenzhen singapore spain stockholm sweden switzerland sydney taipei taiwan tehran thailand tokyo toronto turin
  alemania argelia belgica brasil camerun colombia corea dinamarca ecuador egipto equador espana espanha estados filipinas finlandia francia
  franca grecia guatemala haiti honduras hungria inglaterra irlanda italia japon japao marruecos mexico nicaragua noruega panama
  paraguai paraguay peru polonia portugal rusia russia salvador suecia suiza suica turquia uruguai uruguay venezuela bolivia
  deutschland frankreich italien spanien osterreich schweiz england russland polen ungarn schweden norwegen danemark niederlande
  belgien griechenland turkei allemagne espagne angleterre italie autriche suisse russie pologne suede norvege danemark belgique
  grece turquie bresil chine japon germania francia spagna inghilterra austria svizzera polonia svezia grecia turchia
  turkey ukraine venice vienna vietnam warsaw washington wuhan zurich guangzhou guangdong
  aarhus aachen aix aleppo alexandria algeria algiers amsterdam ankara antwerp armenia arras asuncion augsburg avignon
  baghdad baku baltimore bangladesh basel basle batavia beirut belfast belgrade belize bengal bern berne besancon
  birmingham bogota bohemia bolivia bombay bordeaux braunschweig bremen breslau bristol brno bruges buda budapest burma
  calcutta california cambodia cambridge canterbury caracas castile catalonia ceylon chennai chengdu chongqing cincinnati
  cleveland coimbra cologne congo constantinople cracow dakar dalian damascus danzig darmstadt dijon
  dortmund dresden dubai duisburg dusseldorf ecuador edinburgh erfurt estonia ethiopia ferrara flanders florence
  florida freiburg fujian galway gdansk genoa georgia ghana ghent glasgow gothenburg gotha gottingen granada graz grenoble
  guadalajara guatemala hainan halifax halle hamburg hangzhou hanoi hanover hannover harbin havana hawaii heidelberg
  helsinki henan hiroshima honduras hunan iceland innsbruck jena jerusalem johannesburg kabul kansas karachi karlsruhe kassel
  kerala kiel kiev kobe koln konigsberg krakow kuwait lagos lahore lausanne laos latvia lebanon leeds leiden leipzig leningrad
  liege lille limoges linz lithuania liverpool ljubljana louvain leuven lubeck lucerne luxembourg magdeburg
  mainz malta manchester manchuria marburg marseille marseilles mexico michigan milwaukee minneapolis minsk moldova
  mongolia montpellier montreal morocco mozambique munster mysore nagasaki namibia nanjing nantes naples nepal nicaragua
  nuremberg nurnberg odessa ohio orleans osaka ottawa oxford padova padua palermo palestine panama paraguay parma pavia pennsylvania
  peru philadelphia pisa pittsburgh poitiers porto potsdam prussia puebla quebec quito ravenna regensburg reims rennes riga
  rostock rotterdam rouen saigon salamanca salerno salzburg sarajevo saxony scotland serbia seville shandong sheffield siberia
  sichuan sicily siena slovakia slovenia smyrna sofia somalia strasbourg stuttgart sudan syria tallinn tangier
  tanzania tashkent tbilisi texas tianjin tibet tirana toulouse trieste tubingen tunis tunisia ulm uganda uppsala
  uruguay utrecht vancouver venezuela verona versailles vilnius virginia wales weimar wiesbaden wittenberg wurzburg
  yemen yokohama yugoslavia yunnan zagreb zambia zaragoza zimbabwe
  alabama alaska alberta arizona arkansas connecticut delaware idaho illinois indiana iowa kentucky louisiana manitoba
  maryland massachusetts minnesota mississippi missouri montana nebraska nevada oklahoma ontario oregon queensland
  saskatchewan tasmania tennessee utah vermont wisconsin wyoming colorado bavaria brandenburg hessen thuringia
  niedersachsen bayern`.split(/\s+/),
);
