/** Pages that an archive puts before an article: their words are not the author's. */

const COVERS = [
  /your use of the jstor archive indicates your acceptance/i,
  /jstor is a not-for-profit service that helps scholars/i,
  /full terms (?:&|and) conditions of access and use can be found at/i,
  /see discussions, stats, and author profiles for this publication/i,
  /^hal id ?: ?(?:hal|tel|halshs)-\d+/im,
  /this is the (?:accepted|author'?s?|published) version of .{0,80}(?:repository|deposited)/i,
  /to cite this (?:article|version) ?:[\s\S]{0,600}(?:to link to this article|hal id|doi)/i,
  /persistenter link ?: ?https?:\/\/doi\.org\/10\.5169/i,
  /ce document est le fac-similé d'un numéro de/i,
];

/** Whether the first page of a file, by its words, was put there by an archive. */
export function isCover(text: string): boolean {
  return COVERS.some((pattern) => pattern.test(text));
}
