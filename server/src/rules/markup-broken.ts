import type { Slip, SlipKind } from '../facts/model.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const markupBroken: Rule = {
  code: 'markup-broken',
  severity: 'warning',
  title: deferred('Annotation or note that did not become one'),
  what: deferred(
    'A span or a div that surely was meant as a claim, a quotation or an actor, and that Pandoc reads as plain words or as something else: a blank before the brace, a class without its dot, with a capital or in the plural, commas between attributes, blanks round an equals sign or a colon in its place, two pairs of braces, attributes before their words or in parentheses, a fence of two colons, curly quotation marks or quotation marks within others, brackets and braces that are never closed, two names, a fence right below a paragraph (whosever class it has) or never closed. A note in brackets whose label is a sentence or whose bracket is never closed, one that takes its caption from a figure or stands right before another bracket, two side by side (a hint); raised words with a blank. Words that Pandoc loses: attributes of a heading that are not the last of its line, a hyphen that makes a heading of the line above it, cells for which a table has no column, and a paragraph that it takes for the address of a link. Braces with classes of other people, code and mathematics are left alone.',
  ),
  why: deferred(
    'The words are there and look annotated; but nothing is known of the claim, nothing contradicts it, and nobody misses it.',
  ),
  examples: [
    {
      title: 'A blank before the brace, no dot, a comma, a colon',
      fixture: `//- notes.md
[Nobody came]⟦markup-broken| {.claim #a}⟧ [@meyer2011]. [All came]⟦markup-broken|{claim #b}⟧. [Some came]⟦markup-broken|{.claim, #c about="union"}⟧.
[Few came]⟦markup-broken|{.claim #d about: "union"}⟧.
`,
    },
    {
      title: 'Notes',
      fixture: `//- notes.md
The fleet sailed⟦markup-broken|[^as Meyer says in her first chapter]⟧. It came home⟦markup-broken|^[⟧so Adler says, *Ports*.

![The quay at night](quay.png)⟦markup-broken|[^quay]⟧

[^quay]: Photograph of the harbour office.
`,
    },
    {
      title: 'Classes of other people, code, and what is as it should be',
      fixture: `//- notes.md
[A note] {.aside} and [another]{note #x}, \`[code] {.claim #a}\`, the set {a, b}, and [Nobody came]{.claim #a} [@meyer2011].
`,
    },
  ],
  *checkBlock({ facts }) {
    for (const { kind, range, fixes } of facts.slips)
      yield {
        range,
        ...(kind === 'notes-together' ? { severity: 'hint' as const } : {}),
        message: say(MESSAGES[kind]),
        fixes: fixes.map((edits, i) => ({ title: titleOf(kind, i), edits })),
      };
  },
};

const MESSAGES: Readonly<Record<SlipKind, string>> = {
  class: deferred(
    'The classes are `.claim`, `.quote` and `.actor`, in small letters and in the singular, without a dot in a fence that has no braces. As it stands, this is none of them.',
  ),
  quotes: deferred('Curly quotation marks become part of the value: write straight ones.'),
  'quote-open': deferred(
    'This quotation mark has no partner, and becomes part of the value: write one on either side of it.',
  ),
  names: deferred('There are two names here, of which only the last counts.'),
  gap: deferred(
    'A blank stands between the words in brackets and their attributes: Pandoc prints both as they are.',
  ),
  attributes: deferred(
    'Pandoc cannot read these attributes and prints them as they are. They are written `{.claim #name key="value"}`: a dot before the class, no commas, no blanks round “=”, straight quotation marks, none within.',
  ),
  'brace-open': deferred('These attributes are never closed: Pandoc prints them as they are.'),
  braces: deferred('Only the first pair of braces counts: Pandoc prints the second as it is.'),
  order: deferred(
    'Attributes stand after the words in brackets that they belong to: Pandoc prints these as they are.',
  ),
  bracket: deferred('This bracket is never closed: what is annotated begins only at the next one.'),
  'bracket-open': deferred(
    'This bracket is not closed before the attributes: Pandoc prints all of it as it is.',
  ),
  'bracket-missing': deferred(
    'No brackets stand around the words that these attributes belong to: Pandoc prints the braces as they are.',
  ),
  fence: deferred(
    'Pandoc cannot read this fence and prints it as it is. It is written `::: {.claim #name key="value"}`.',
  ),
  'fence-glued': deferred(
    'A fence begins a div only after a blank line: this one is part of the paragraph above it.',
  ),
  'fence-open': deferred(
    'This div is never closed: it goes on to the end of what it stands in. Close it with a line of colons.',
  ),
  'note-label': deferred(
    'A label has no blanks, so that this is no note to Pandoc, which prints it as it is. A note in place is written `^[…]`.',
  ),
  'note-open': deferred('This note is never closed in its paragraph: Pandoc prints it as it is.'),
  figure: deferred(
    'With a note after it this image is no figure, and Pandoc prints its caption nowhere. Put the note into the caption.',
  ),
  'note-taken': deferred(
    'With a bracket right after it Pandoc reads no note here: a link, or the signs as they are. Put a blank between them.',
  ),
  raised: deferred(
    'Raised words have no blanks: the current Pandoc prints these carets as they are. Put a backslash before each blank.',
  ),
  'notes-together': deferred(
    'Nothing stands between these two notes: their numbers are printed as one (1 and 2 as 12).',
  ),
  heading: deferred(
    'Attributes of a heading must be the last of its line: with something after them Pandoc prints them as they are, and the heading has neither this name nor these classes.',
  ),
  underline: deferred(
    'A hyphen alone on the next line makes a heading of the line above it to Pandoc, in a list too.',
  ),
  cells: deferred(
    'This table has fewer columns than this row has cells, by the line under its head: Pandoc leaves these out without a word.',
  ),
  definition: deferred(
    'Pandoc takes this paragraph for the address of a link and prints it nowhere. Put a backslash before the bracket, or write it as a note.',
  ),
};

const TITLES: Readonly<Partial<Record<SlipKind, readonly string[]>>> = {
  names: [deferred('Keep the first name'), deferred('Keep the last name')],
  'bracket-missing': [deferred('Put the words before it into brackets')],
  bracket: [deferred('Begin at the first bracket')],
  'fence-open': [deferred('Close the div here')],
  'note-label': [deferred('Make it a note in place')],
  'note-open': [deferred('Close the note at the end of the paragraph')],
  figure: [deferred('Put the note into the caption')],
  'note-taken': [deferred('Put a blank after the note')],
  raised: [deferred('Put a backslash before each blank')],
  'notes-together': [deferred('Put a raised comma between them')],
  heading: [deferred('Put the attributes at the end')],
  underline: [deferred('Delete the hyphen')],
  definition: [deferred('Write it as words'), deferred('Write it as a note')],
  'fence-glued': [deferred('Put a blank line before it')],
};

function titleOf(kind: Slip['kind'], way: number): string {
  const title = TITLES[kind]?.[way];
  return title === undefined ? say('Write it as Pandoc reads it') : say(title);
}
