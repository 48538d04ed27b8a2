/** PDFs as tests need them: lines of Helvetica at given places, page labels, text that is not seen. */

export interface MadeLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Text to be found and not to be seen, as it lies over scans. */
  readonly unseen?: true;
}

export interface MadePdf {
  readonly pages: readonly (readonly MadeLine[])[];
  /** `/PageLabels`, as PDF writes them: `[0 << /S /r >> 4 << /S /D >>]`. */
  readonly labels?: string;
}

export const PAGE = { width: 595, height: 842 };

/** Lines one below the other, twelve points apart, from a place downwards. */
export function column(x: number, top: number, texts: readonly string[], size = 10): MadeLine[] {
  return texts.map((text, i) => ({ text, x, y: top - 12 * i, size }));
}

/** The bytes of a PDF 1.4 with these pages; characters are Latin-1. */
export function madePdf({ pages, labels }: MadePdf): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  add(`<< /Type /Catalog /Pages 2 0 R${labels ? ` /PageLabels << /Nums ${labels} >>` : ''} >>`);
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const lines of pages) {
    const stream = lines.map(drawn).join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
    );
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const places = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

function drawn({ text, x, y, size = 10, unseen }: MadeLine): string {
  const escaped = text.replaceAll(/[\\()]/g, '\\$&');
  return `BT /F ${size} Tf ${unseen ? 3 : 0} Tr ${x} ${y} Td (${escaped}) Tj ET`;
}
