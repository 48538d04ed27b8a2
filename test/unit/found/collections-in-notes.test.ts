import { check } from './works-in-notes-lines.ts';
import { check as checkShort } from './short-title-lines.ts';

describe('found: subtitles, series and collections in notes', () => {
  it('a subtitle that begins like a name belongs to the work', () => {
    check(
      [
        'J. Dyer, The politics of madder. Carl Adler, Ghent, Weir Press, 2002, pp. 51, 57.',
        'Dyer, The politics of madder, cit., p. 65.',
        'S. Meyer, La nave e il porto. Storie di mare, Bari, Molo, 1998, p. 5.',
        'Cit. in: Meyer, Op. cit., p. 6.',
      ],
      '1 J. Dyer: The politics of madder, 2002',
      '2 → 1',
      '3 S. Meyer: La nave e il porto, 1998',
      '4 → 3',
    );
  });

  it('two subtitles, and the series before the year', () => {
    check(
      [
        'L. Meyer, La nave. Presenza del mare. Atti di un convegno, Bari, Molo, 2011, p. 18.',
        'Paul Foulon, François Teint. Les quais du nord, Paris, Pelt, coll. « Petite Bibliothèque », 1976, p. 37.',
        'Foulon, op. cit., p. 38.',
      ],
      '1 L. Meyer: La nave, 2011',
      '2 Paul Foulon: François Teint, 1976',
      '3 → 2',
    );
  });

  it('collections by many hands are found by their titles alone', () => {
    checkShort(
      [
        'A. Neri, “La vela”, in: AA.VV., Navi e porti. Studi, a.c.d. B. Rossi, Bari, Molo, 2001, p. 9.',
        'AA.VV., Il mare del Nord, a cura di C. Verdi, Pisa, Remo, 2004, p. 3.',
        'D. Bruni, “Il remo”, in: AA.VV., Navi e porti, cit., p. 80.',
        'AA.VV., Il mare del Nord, cit., p. 28.',
        'AA.VV., Altri studi, cit., p. 28.',
      ],
      '3 op-cit → 1c',
      '4 op-cit → 2',
      '5 op-cit → ?',
    );
  });

  it('Id. before a short title', () => {
    checkShort(
      [
        'L. Meyer, La nave e il porto, Bari, Molo, 1998, p. 5.',
        'A. Neri, La nave e il molo, Bari, Molo, 1999, p. 5.',
        'Meyer, Op. cit., p. 9; Id., La nave, cit., p. 12.',
        'Carlo Verdi, cit. in: D. Bruni, Il remo, Bari, Molo, 2001, p. 213.',
      ],
      '3 op-cit → 1',
      '3 op-cit → 1',
    );
  });

  it('somebody’s own part of a collection, and a collection named again', () => {
    checkShort(
      [
        'Paul Foulon, « Introduction », dans Paul Foulon (dir.), *Les quais*, Paris, Pelt, 1990, p. 4.',
        'Foulon, op. cit., t. 2, p. 7.',
        'Claire Teint, « Le drap », dans Paul Foulon (dir.), t. 1, p. 198.',
        'Paul Foulon (dir.), op. cit., p. 12.',
      ],
      '2 op-cit → 1c',
      '4 op-cit → 1c',
    );
  });
});
