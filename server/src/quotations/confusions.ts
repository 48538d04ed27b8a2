/** What OCR confuses. All in lower case, without accents. */

export interface Confusion {
  /** What the quotation has, and what the scan was read as. */
  readonly quoted: string;
  readonly read: string;
  /** It makes real words of others so easily that it explains no short one. */
  readonly isLoose: boolean;
}

/** Those that every study of such programs has. Each list: any of it for any other. */
const USUAL = `l i 1 | ! [ ] ( ) { } / \\, i j, j ) ] |, c e, c o, o 0, s 5, s 8, s $, s §, b h, n u ii, m rn, m in, m ni, m nn,
  m un, m iii, m tn, m rri, m nm, mn nm, d cl, w vv, w iv, h li, h ii, k lc, u ti, u li, u il, n ri, n ti, q 9, g 9, g q, z 2,
  b 6, b 8, g 6, t 7, a 4, e 6, l 7, l 4, i 4, y v, y ¥, fi h, fi n, fl h, ss b, ss 8, ss fs, ss sz, ss fi, ae a, ae oe,
  oe o, ue u, e €, c €, c ©, e ©, o ©, a @, o @, l £, e £, f £, c ¢, e ¢, s ‹ › « », c ‹ › « », tt ft, tt fi, ff tf, ff ft`;

/** Those that happen, and lead from one short word to another. */
const LOOSE = `s f, s j, tz ß, ch <, ch h, r t, t 1, f t, l t, i t, r f, t j, h n, n r, p n, m th, n it, n il, tl d, lt h, ir n, rr n, u v, x z`;

/** Letters of old type that look alike, blackletter above all, and what readers of today's take its ligatures for. */
const OLD = `s f, s j, s 3, s z, s 6, f t, k f, k t, k l, c e, e c, r x, e x, ch d, ch <, ch c, ch >, ch h, ch (, ch ), ch {, ch dj, ch v, u ir, ck d,
  ck t, ck >, ck >f, ck <, ck ct, sch f, sch j, sch s{, sch (, sch {, tz b, tz s, tz ss, ss b, ss f, ss h, b v, b d, b h, v d, n r, n a, u a, o a, g s, g c, j z,
  j i, j s, j si, j sj, i z, y n, h y, d b, m nt, m n, h s, g b, st f, st tl, w m, e s, e o, e 2, f z, l r, o d, sch sj<`;

/** A ligature that is often passed over. */
const LOST_CH: Confusion = { quoted: 'ch', read: '', isLoose: true };

/** By the first character of what is quoted. */
export const CONFUSIONS: ReadonlyMap<string, readonly Confusion[]> = byQuoted([
  [USUAL, false],
  [LOOSE, true],
]);
export const OLD_TYPE: ReadonlyMap<string, readonly Confusion[]> = ((table) =>
  table.set('c', [...table.get('c')!, LOST_CH]))(byQuoted([[OLD, true]]));

function byQuoted(lists: readonly (readonly [list: string, isLoose: boolean])[]): Map<string, Confusion[]> {
  const table = new Map<string, Confusion[]>();
  const add = (quoted: string, read: string, isLoose: boolean): void => {
    const key = quoted.charAt(0);
    table.set(key, [...(table.get(key) ?? []), { quoted, read, isLoose }]);
  };
  for (const [list, isLoose] of lists)
    for (const group of list.split(',').map((names) => names.trim().split(/\s+/)))
      for (const one of group)
        for (const other of group) if (one !== other && !areDigits(one, other)) add(one, other, isLoose);
  return table;
}

/** No number is explained by another. */
function areDigits(one: string, other: string): boolean {
  return /\d/.test(one) && /\d/.test(other);
}

/** Characters that a speck or a line may be, and a letter as well. */
export const SHAPES = '<|!$€©@£[]{}()/\\¥¢§‹›«»';

/** By language, function words so short that one in the place of another is not certainly a misreading. */
export const LITTLE_WORDS: readonly ReadonlySet<string>[] = [
  `a am an and any are as at be been but by can do for from had has have he her him his how i if in is it its may me my no
  nor not now of off on one or our out own she so than that the them then they this those thou to too two up us was we
  were what when who why will with yet you your`,
  `aber als am an auch auf aus bei bin da das dass dem den der des die dir doch du ein eine einen einer er es fur hat
  ich ihm ihn ihr im in ist ja je mein mich mir mit nach nicht nie noch nun nur ob oder ohne sein sie seine uber sind so um und
  uns von vor war was wem wen wer wie wir zu zum zur`,
  `au aux avec ce ces cette ci dans de des dont du elle en est et eux il ils je la le les leur lui ma mais me mes moi
  mon ne ni non nos nous on ou par pas pour qu que qui sa sans se sera ses si son sont sous sur ta te tes toi ton tu un
  une vos vous`,
  `al che chi ci con da dal del di e ed gli ha ho i il io lo ma mi nei nel noi o per piu sei si su sua sui suo tra un
  una uno vi voi`,
  `con de del dos el ellos en era es esa ese eso la las lo los mas mi muy ni no o os para pero por que se
  ser si sin sobre su sus te tu un una y ya yo`,
  `ao da das de do dos ele em foi mas meu na nas nem no nos num o os pela pelo
  por sem ser seu sua um uma`,
].map((words) => new Set(words.split(/\s+/)));
