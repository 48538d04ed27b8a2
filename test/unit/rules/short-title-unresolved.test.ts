import { check } from '../../support/check.ts';

const notes = (first: string, mark: (words: string) => string) =>
  check(
    `The dockers won.¹ The owners paid.² So it was.³\n\nNOTES\n\n1. ${first}\n2. Meyer, ${mark('supra note 1')}, at 9.\n3. Carl Adler, Owners, Bremen, Weser, 2014, p. 8.\n`,
  );
const told = (words: string) => `⟦short-title-unresolved|${words}⟧`;

describe('a note that a reference points to', () => {
  it('is said not to name its author, be it a source or not', async () => {
    await notes('Lena Olsen, Dockers of the Delta, Hamburg, Harbour Press, 2009, p. 4.', told);
    await notes('This is a new version of a lecture.', told);
  });

  it('is not where it holds the name, though its work was not made out', async () => {
    await notes('What the widow Meyer and her neighbours remembered of it on the quay.', (words) => words);
  });
});
