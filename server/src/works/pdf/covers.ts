/** Pages that an archive puts before a text: their words are not the author's. */

const COVERS = [
  // JSTOR
  /your use of the jstor archive indicates your acceptance/i,
  /jstor is a not-for-profit service that helps scholars/i,
  // Taylor & Francis, INFORMS
  /^this article was downloaded by ?:/im,
  /full terms (?:&|and) conditions of access and use can be found at/i,
  /submit your article to this journal[\s\S]{0,200}article views/i,
  // Cambridge, SAGE
  /additional services for [^\n]{2,120}:\s[\s\S]{0,600}(?:email alerts|terms of use)/i,
  /the online version of this article can be found at ?:[\s\S]{0,400}published by/i,
  // ResearchGate, HAL, Persée, Cairn, OpenEdition
  /see discussions, stats, and author profiles for this publication/i,
  /^hal id ?: ?[a-z_]{2,12}-?\d+/im,
  /hal is a multi-?disciplinary open access/i,
  /citer ce document ?\/ ?cite this document|document généré le \d\d?\/\d\d?\/\d{4}/i,
  /distribution électronique cairn(?:\.info)? pour/i,
  /electronic distribution by cairn(?:\.info)? (?:for|on behalf of)/i,
  /^(?:ce document a été généré automatiquement le|this text was automatically generated on|cet article a été généré automatiquement le) /im,
  /ce document est le fac-similé d'un numéro de/i,
  // SSOAR, EconStor, ZORA, e-periodica, DigiZeitschriften
  /empfohlene zitierung ?\/ ?suggested citation/i,
  /make your publications visible\.?[\s\S]{0,300}(?:econstor|zbw)/i,
  /standard-nutzungsbedingungen ?:/i,
  /zurich open repository and archive[\s\S]{0,600}posted at/i,
  /persistenter link ?: ?https?:\/\/doi\.org\/10\.5169/i,
  /provides access to digitized documents strictly for noncommercial educational, research and private purposes/i,
  // Redalyc, Project MUSE, HeinOnline, Gallica, Google Books
  /página de la revista en redalyc\.org|journal['’]s (?:web ?page|home ?page) in redalyc\.org/i,
  /for additional information about this article\s+https?:\/\/muse\.jhu\.edu/i,
  /your use of this heinonline pdf indicates your acceptance/i,
  /les contenus accessibles sur le site gallica sont pour la plupart/i,
  /this is a digital copy of a book that was preserved for generations on library shelves/i,
  /dies ist ein digitales exemplar eines buches, das seit generationen/i,
  /^a propos de ce livre\s+ceci est une copie numérique d['’]un ouvrage/im,
  // Repositories of universities
  /this is (?:the|an) (?:accepted|author['’]?s?|published|open access) version of .{0,80}(?:repository|deposited)/i,
  /to cite this (?:article|version) ?:[\s\S]{0,600}(?:to link to this article|hal id|doi)/i,
];

/** Archives put no more before a text. */
export const MOST_COVERS = 4;

/** Whether a page at the beginning of a file, by its words, was put there by an archive. */
export function isCover(text: string): boolean {
  return COVERS.some((pattern) => pattern.test(text));
}
