/** Words around a citation within its parenthesis. */

const CITED_IN =
  /(?:^|[\s,;])(?:(?:as )?(?:cited|quoted|qtd\.?|reported|discussed|reprinted|referenced|mentioned) (?:in|by|from)|apud|cit(?:é|ée|és)? (?:dans|par|in)|zit(?:iert)?\.? (?:n(?:ach)?\.?|bei|in)|citado (?:en|por|em)|citato (?:in|da)|转引自|轉引自)\s*$/iu;
const PREFIX_WORDS = new Set(
  `see also and und et y e u.a u.a. u. or but e.g e.g. e. g. i. i.e i.e. cf cf. compare contra for example instance an a review overview discussion in by as
  from with following after adapted based on source data esp esp. especially notably particularly inter alia among others pace
  quoted cited more recently most further similarly another view classic account statement critique overviews reviews discussions
  critiques examples siehe s. vgl vgl. dazu auch z.b. b. z. etwa so voir v. par exemple p.ex. ex. p. notamment ver véase véanse vid vid. veja vejam confira confer conferir
  também también por ejemplo exemplo vedi cfr cfr. anche ad es es. 参见 參見 见 見 如 详见`.split(/\s+/),
);
/** Words that lead from a sentence to a citation. */
const LEADING = new Set(
  'see cf cf. vgl vgl. siehe s. voir ver véase véanse vedi cfr. cfr z.b. e.g. bei nach'.split(' '),
);
const SUFFIX =
  /^(?:(?:my|our|author['’]?s?['’]?|own) (?:emphasis|translation|italics)|emphas[ie]s|italics?|original emphasis|translation|trans\.|translated|added|quoted|cited|qtd|in (?:original|press|Chinese|French|German|Japanese|Russian|Spanish|Italian)|see |note |Herv\.|Hervorh|meine|eigene|Übers|eig\.|traduit|traduction|nous soulignons|je souligne|souligné|cursiva|énfasis|traducción|corsivo|traduzione|强调|着重|passim|and passim|original|ff?\.|et passim|here|original work|first published|orig\.)/iu;

/** Whether `suffix` may follow a citation; a year with other words after it is no citation. */
export function isSuffix(suffix: string): boolean {
  return suffix === '' || SUFFIX.test(suffix);
}

/** Whether the words before the names in an item may introduce a citation. */
export function isPrefix(prefix: string): boolean {
  if (CITED_IN.test(prefix)) return true;
  return (prefix.toLowerCase().match(/[^\s,:;(]+/gu) ?? []).every((word) => PREFIX_WORDS.has(word));
}

/** Whether the words end with one that introduces a citation, or with a colon. */
export function endsPrefix(prefix: string): boolean {
  const last = /[^\s,;(]+$/u.exec(prefix.toLowerCase())?.[0] ?? '';
  return last.endsWith(':') || (LEADING.has(last) && last !== '');
}

/** Whether the words before a citation say that the previous one is cited in it. */
export function isCitedIn(prefix: string): boolean {
  return CITED_IN.test(prefix);
}

/** Words on one line, without commas and semicolons around them. */
export function tidyWords(text: string): string {
  return text
    .replace(/\u0000+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;，；]+|[\s,;，；]+$/g, '');
}
