/** Writes a BibTeX entry. `fields` are in LaTeX, without outer braces. */
export function bibtexOf(type: string, key: string, fields: ReadonlyMap<string, string>): string {
  const lines = [...fields].map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n`;
}
