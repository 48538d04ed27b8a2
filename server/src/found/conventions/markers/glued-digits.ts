import type { Judgement, MarkerForm, MarkerPlace } from '../../marker-form.ts';

/** Letters of words; case-insensitive. */
const LETTER = 'a-zß-öø-žα-ωа-я';

export const gluedDigits: MarkerForm = {
  name: 'glued-digits',
  languages: ['any'],
  yields: 'markers',
  what: 'Digits glued to the end of a word or phrase, where a conversion has lost that they were raised: *so it was.12 And*',
  pattern: String.raw`(?=\d)(?<=[${LETTER}][.,;:!?)\]”“’"'»«]{0,3}|[${LETTER}][.!?”“"»«]{1,2} |[${LETTER}»”] (?=\d{1,3} ?[.,;:»”]))(\d{1,3})(?![\d${LETTER}%°])`,
  glimpse: String.raw`[a-zß-ÿ]{3}[.,;]["”’»)]?\d{1,3}(?:\s|$)`,
  isUncertain: true,
  losesSome: true,
  opening: String.raw`\d`,
  judge,
  fixture: `Guilds wove.⟦glued-digits|1⟧ And dyed,⟦glued-digits|2⟧ as Adler says.⟦glued-digits|3⟧ See fig.2 of no.4 in room12.

Notes

1. See the rolls.
2. So they said.
3. And they.
`,
};

/** Words after which a number is that of a page, figure or article. */
const NUMBERED =
  /(?<!\p{L})(?:p|pp|pgs?|pages?|chapitres?|chapters?|tomes?|années?|numéros?|nummer|seite|kapitel|page|capítulo|capitolo|notes?|nota|figura|tabela|tabelle|abbildung|section|s|ss|n|nn|no|nos|nr|nrs|num|núm|vol|vols|v|bd|bde|t|fig|figs|abb|tab|taf|pl|art|arts|abs|art[íi]culo|ch|chap|cap|kap|sec|sect|par|para|paras|col|cols|fol|fols|ff?|bl|l|ll|cf|cfr|ed|eds|ep|ex|eq|app|anm|fn|rn|rz|lit|ziff|nota?|pt|pts|q|qu|v|vv|vs|ver|version|mt|mk|lk|jn|gen|ps|rom|cor|b|bk|lib|ca?|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?$/iu;

function judge({ text, from, to }: MarkerPlace): Judgement {
  const reach = text.slice(Math.max(0, from - 24), from);
  const before = reach.slice(reach.lastIndexOf('\n') + 1);
  const after = text.slice(to, to + 3);
  // ‘word.4.5’, ‘word,12-14’ and ‘word:3/4’ are no calls.
  if (/^[.,:/\-–]\d|^[-/_@=+*]/.test(after)) return 'no';
  const word = /(\p{L}[\p{L}\p{M}'’-]*)([.,;:!?)\]”“’"'»«]*) ?$/u.exec(before);
  if (!word || NUMBERED.test(word[1]! + (word[2] === '.' ? '.' : ''))) return 'no';
  const [, letters, marks] = word;
  // The space after it may be lost at a line break, or precede a new sentence.
  if (before.endsWith(' ') && !/^(?:\n|\s\p{Lu}|\s?[.,;:»”])/u.test(after)) return 'no';
  if (marks === '' && before.endsWith(' ')) return /\p{Ll}{3}$/u.test(letters!) ? 'weak' : 'no';
  if (marks === '') return letters!.length > 3 && /\p{Ll}$/u.test(letters!) ? 'weak' : 'no';
  if (marks === "'" || /[:]$/.test(marks!)) return 'no';
  return letters!.length > 1 ? 'weak' : 'no';
}
