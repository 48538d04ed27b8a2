/** Lines of a list of references that begin an entry, whatever is above them. */

/** `Weaver, A. B., Dyer, C., Carder, D., ` */
const ROW_OF_NAMES = /^\s*(?:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s(?:\p{Lu}\.[\s-]?){1,3},\s){3}/u;
/** `Falk, S., 1997: `, `Tarn, M. / Mehn, I. (Hg.), 2002:` */
const INITIALS_AND_YEAR =
  /^\s*\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s\p{Lu}\p{Ll}?\.[^()\d]{0,160}(?:\((?:Hgg?|Hrsg|eds?)\.?\))?,\s?(?:1[4-9]|20)\d\d[a-z]?:/u;

/** `Falk, Susa (1997):`, `Tarn, Marco; Mehn, Ivo (Hrsg.) (2002)`: inverted names and a year, whatever is above. */
export function beginsSurely(line: string): boolean {
  const head = line.slice(0, 300);
  if (ROW_OF_NAMES.test(head.slice(0, 200)) || INITIALS_AND_YEAR.test(head)) return true;
  if (/^\s*\p{Lu}{3,12}\s\((?:1[4-9]|20)\d\d[a-z]?\)/u.test(line)) return true;
  return /^\s*(?:(?:v[ao]n|de[rn]?|d[aiu])\s){0,2}\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s\p{Lu}[\p{L}.'’-]*(?:[\s,;/&][^()\d]{0,160})?\(?(?:\((?:Hgg?|Hrsg|eds?|orgs?)\.?\)[,\s]*)?\((?:1[4-9]|20)\d\d[a-z]?\)/u.test(
    head,
  );
}
