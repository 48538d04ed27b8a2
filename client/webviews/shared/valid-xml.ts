/** Characters that XML 1.0 has not, not even as references: control characters, halves of pairs, two that are none. */
const NONE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\uFFFE\uFFFF]/gu;

/** A document of XML without the characters that would make it none. A page may show such, a file must not. */
export function validXml(xml: string): string {
  return xml.replace(NONE, '');
}
