/** An entry as BibTeX has it. `fields` are in LaTeX, without the braces around them. */
export function bibtexOf(type: string, key: string, fields: ReadonlyMap<string, string>): string {
  const lines = [...fields].map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n`;
}
