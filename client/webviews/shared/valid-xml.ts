/** Characters that XML 1.0 forbids even as references: control characters, lone surrogates, U+FFFE and U+FFFF. */
const NONE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\uFFFE\uFFFF]/gu;

/** Removes characters that XML forbids. HTML pages may contain them, files may not. */
export function validXml(xml: string): string {
  return xml.replace(NONE, '');
}
