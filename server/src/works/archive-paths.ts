/** A reference of the part `from` as a path within the archive; null for what leads out of it. */
export function resolved(from: string, href: string): { path: string; id: string } | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return null;
  const hash = href.indexOf('#');
  const written = hash < 0 ? href : href.slice(0, hash);
  const id = hash < 0 ? '' : decoded(href.slice(hash + 1));
  if (written === '') return from === '' ? null : { path: from, id };
  const steps = written.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of decoded(written.split('?')[0]!).split(/[\\/]/)) {
    if (step === '..') {
      if (steps.length === 0) return null;
      steps.pop();
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.length === 0 ? null : { path: steps.join('/'), id };
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // A stray percent sign stands for itself.
    return written;
  }
}
