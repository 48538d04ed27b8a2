import { check } from './short-title-lines.ts';

describe('found: short titles in notes, in other languages', () => {
  it('French', () => {
    check(
      [
        'Claire Teinturier, *Les Teintures*, Paris, Pelt, 1990, p. 4.',
        'Paul Foulon, « Le drap », *Revue*, 6, 2005.',
        'C. Teinturier, *op. cit.*, p. 7.',
        'P. Foulon, art. cit., p. 3.',
        '*Ibid.*',
        'Cf. supra, note 1.',
        'Teinturier, loc. cit.',
      ],
      '3 op-cit → 1',
      '4 art-cit → 2',
      '5 ibid → 2 (4>2)',
      '6 supra → 1',
      '7 loc-cit → 1',
    );
  });

  it('French, after a quotation of the source before it in its note', () =>
    check(
      [
        '«Que nul ne face drap se il ne set le mestier.» *Livre des draps*, p. 92. «Et qui autrement le fera, il paiera.» *Ibid.*, p. 101.',
        '*Ibid.*, p. 102.',
      ],
      '1 ibid → 1',
      '2 ibid → 1',
    ));

  it('German, after *siehe*', () =>
    check(
      ['Färber 1990, 4.', 'S. ebd., 5.', 'Zu den Farben s. a. ebd., 7.', 'S. Färber, ebd., 8.'],
      '2 ibid → 1',
      '3 ibid → 1 (2>1)',
      '4 ibid → 1 (3>2>1)',
    ));

  it('a source of its own note that was not read as a work is meant, not the note before', () =>
    check(
      [
        'Klara Färber, *Die Farben*, Leiden, Bau, 1990, S. 4.',
        'So etwa P. Walker 2001, dessen Studie zu den Tuchen weiter ausgreift; ebd., 8–13, auch zu den Zünften.',
        'Ebd., S. 9.',
        'Im Mai 1801, so wird erzählt, war es anders; ebd., S. 10.',
      ],
      '2 ibid → ?',
      '3 ibid → 2*',
      '4 ibid → 2* (3>2)',
    ));

  it('German', () => {
    check(
      [
        'Klara Färber, *Die Farben*, Leiden, Bau, 1990, S. 4.',
        'Ebd., S. 5.',
        'Paul Walker, *Tuch*, Gent, 2005.',
        'Färber, a.a.O., S. 7.',
        'Ebenda.',
        'Walker (s. Anm. 3), S. 9.',
        'Vgl. oben Anm. 1.',
      ],
      '2 ibid → 1',
      '4 op-cit → 1',
      '5 ibid → 1 (4>1)',
      '6 supra → 3',
      '7 supra → 1',
    );
  });

  it('Italian and Spanish', () => {
    check(
      [
        'Chiara Tintori, *I colori*, Milano, Mulino, 1990, p. 4.',
        '*Ivi*, p. 5.',
        'Paolo Follone, *Il panno*, Roma, 2005.',
        'Tintori, *I colori*, cit., p. 7.',
        'Follone, op. cit., p. 8.',
      ],
      '2 ibid → 1',
      '4 op-cit → 1',
      '5 op-cit → 3',
    );
    check(
      ['Clara Tintorero, *Los tintes*, Madrid, 1990, p. 4.', 'Ibíd., p. 5.', 'Tintorero, ob. cit., p. 7.'],
      '2 ibid → 1',
      '3 op-cit → 1',
    );
  });
});
