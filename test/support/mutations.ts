/** Mutations that know the structure of what they change: its tokens go, come again, change places, nest, or lie. */
import type { Chance } from '../walks/walk/chance.ts';

/** How a format is cut into tokens, and what stands in it where it is hostile. */
export interface Grammar {
  /** Global; what lies between its matches are tokens too. */
  readonly token: RegExp;
  readonly hostile: readonly string[];
}

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];
const WORDS = [
  '',
  ' ',
  '\n',
  '\n\n',
  '\r',
  '\u0000',
  '\uFFFE',
  '\uD800',
  '\u202E',
  '\u001B[2J',
  '中',
  '﷽',
  'x'.repeat(3000),
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  'NaN',
  'null',
  'true',
  '../../../etc/passwd',
  '/dev/zero',
  'file:///etc/passwd',
  '//host/share',
  ...NAMES,
];

export const html: Grammar = {
  token: /<!--[^]*?-->|<[^<>]*>|&#?\w+;|[\w-]+=|"[^"]*"/g,
  hostile: [
    ...WORDS,
    '<',
    '>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml version="1.0" encoding="utf-16"?>',
    '<!DOCTYPE x [<!ENTITY a "&a;&a;">]>',
    '<script>',
    '</script>',
    '<style>',
    '<svg>',
    '<math>',
    '<table><tr><td>',
    '<p/>',
    '<a href="#fn1">',
    '<sup>',
    '<aside epub:type="footnote" id="fn1">',
    '<span epub:type="pagebreak" title="3"/>',
    '<meta charset="utf-7">',
    '&a;',
    '&#0;',
    '&#1114112;',
    '&amp;amp;',
    'href="../../x"',
    'id="c0"',
  ],
};

/** DOCX, and the parts of an EPUB that are no chapters. */
export const xml: Grammar = {
  ...html,
  hostile: [
    ...html.hostile,
    '<w:p>',
    '</w:p>',
    '<w:r><w:t>',
    '<w:footnoteReference w:id="1"/>',
    '<w:footnote w:id="1">',
    '<w:del>',
    '<w:tbl>',
    '<mc:AlternateContent>',
    'w:id="-1"',
    '<itemref idref="c0"/>',
    '<item id="c0" href="../../../x" media-type="application/xhtml+xml"/>',
    'full-path="../x"',
  ],
};

export const ris: Grammar = {
  token: /^[A-Z][A-Z0-9] {2}- ?|\r?\n/gm,
  hostile: [
    ...WORDS,
    'TY  - ',
    'TY  - JOUR\n',
    'ER  - \n',
    'ER  -',
    'ID  - other2000\n',
    'AU  - ,,,\n',
    'PY  - 2000///\n',
    'SP  - ',
    'XX  - \n',
    'TY - BOOK\n',
    '\uFEFFTY  - BOOK\n',
    'N1  - ',
    '  - ',
  ],
};

export const json: Grammar = {
  token: /"(?:[^"\\]|\\.)*"|[[\]{}:,]|-?\d+/g,
  hostile: [
    ...WORDS,
    '[',
    ']',
    '{',
    '}',
    ':',
    ',',
    '"',
    '\\',
    '"\\uD800"',
    '"id": "other2000",',
    '"issued": {"date-parts": [[[[1]]]]}',
    '"author": {"family": 1}',
    '"author": "A"',
    '{"id": {"id": []}}',
    '/* x */',
    ...NAMES.map((name) => `"${name}": {},`),
  ],
};

export const style: Grammar = {
  ...html,
  hostile: [
    ...html.hostile,
    '<text macro="a"/>',
    '<macro name="a"><text macro="a"/></macro>',
    '<choose><else-if>',
    '<names variable="author"><substitute><names variable="author"/></substitute></names>',
    '<et-al/>',
    '<sort><key macro="a"/></sort>',
    'variable="title title title"',
    '<layout>',
    '</layout>',
    'xmlns="x"',
  ],
};

export const quarto: Grammar = {
  token: /^ *- |^ *[\w-]+:|\{\{<[^>]*>\}\}|\[[^\]\n]*\]|\n/gm,
  hostile: [
    ...WORDS,
    '- ',
    ': ',
    '  ',
    '\t',
    '---\n',
    '...\n',
    '&a ',
    '*a',
    '<<: *a\n',
    '!!binary ',
    '{',
    '[',
    '|\n',
    '{{< include _part.qmd >}}\n',
    '{{< include one.qmd >}}\n',
    '{{< include two.qmd >}}\n',
    '{{< include ../book/one.qmd >}}\n',
    '{{< include ',
    '```{r child="two.qmd"}\n```\n',
    'chapters:\n',
    'project: {type: book, output-dir: .}\n',
    'bibliography: [book.bib, "*.bib", {}, null]\n',
    'profile: {default: a}\n',
    'render: ["**/*", "!**/*", "!!x"]\n',
    'metadata-files: [_quarto.yml]\n',
    '[^1]: Note.\n',
    '::: {.claim #a}\n',
    '# Words {#sec-a}\n',
  ],
};

export const pdf: Grammar = {
  token:
    /\d+ \d+ R|\/\w+|<<|>>|\b(?:stream|endstream|obj|endobj|xref|trailer|startxref)\b|-?\d+(?:\.\d+)?|\((?:[^()\\]|\\.)*\)/g,
  hostile: [
    ...WORDS.filter((word) => /^[\u0000-\u00FF]*$/.test(word)),
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '<',
    'stream\n',
    'endstream',
    'endobj',
    '1 0 R',
    '2 0 R',
    '4 0 R',
    '/Kids [2 0 R]',
    '/Count 2147483647',
    '/Length 2147483647',
    '/Length -1',
    '/Filter /FlateDecode',
    '/Filter [/ASCIIHexDecode /LZWDecode]',
    '/Rotate 45',
    '/MediaBox [0 0 0 0]',
    '/MediaBox [0 0 1e30 1e30]',
    '/Type /Page',
    '/Contents 4 0 R',
    '/Nums [0 << /S /r /St 2147483647 >>]',
    'BT',
    'ET',
    '1e30 Tf',
    'q q q q',
    '/X Do',
    'startxref\n0',
  ],
};

function tokensOf(text: string, { token }: Grammar): string[] {
  const tokens: string[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > from) tokens.push(text.slice(from, match.index));
    if (match[0] !== '') tokens.push(match[0]);
    from = match.index + match[0].length;
  }
  tokens.push(text.slice(from));
  return tokens;
}

/** Few changes mostly, since many leave nothing of what it was; seldom some that make it long or deep. */
export function mutated(text: string, grammar: Grammar, chance: Chance): string {
  const tokens = tokensOf(text, grammar);
  const changes = 1 + chance.below(chance.oneIn(3) ? 12 : 3);
  for (let i = 0; i < changes; i++) change(tokens, grammar, chance);
  return tokens.join('');
}

function change(tokens: string[], { hostile }: Grammar, chance: Chance): void {
  const at = chance.below(tokens.length);
  const other = chance.below(tokens.length);
  const length = 1 + chance.below(6);
  const MOST = 20_000;
  switch (chance.below(9)) {
    case 0:
      tokens.splice(at, length);
      break;
    case 1:
      tokens.splice(at, 0, ...tokens.slice(other, other + length));
      break;
    case 2:
      tokens.splice(at, 1, tokens[other] ?? '');
      break;
    case 3:
      tokens.splice(at, 0, chance.of(hostile));
      break;
    case 4:
      tokens.splice(at, 1, chance.of(hostile));
      break;
    case 5:
      tokens.splice(at, 0, ...tokens.splice(other, length));
      break;
    case 6: {
      // The same again and again, or within itself.
      const piece = tokens.slice(at, at + length).join('') || chance.of(hostile);
      const count = 10 ** chance.below(4);
      if (piece.length < 2000)
        tokens.splice(at, 0, piece.repeat(Math.min(count, Math.ceil(MOST / (piece.length + 1)))));
      break;
    }
    case 7: {
      // A character of a token changes, goes or comes twice.
      const token = tokens[at] ?? '';
      const place = chance.below(token.length + 1);
      const put = chance.of(['', token.slice(place, place + 2), String.fromCharCode(chance.below(256))]);
      tokens[at] = token.slice(0, place) + put + token.slice(place + 1);
      break;
    }
    case 8:
      // It breaks off.
      if (chance.oneIn(4)) tokens.length = at;
      break;
  }
}

/** Bytes of an archive or another packed file: some change, go or come twice, or the end is missing. */
export function spoilt(bytes: Uint8Array, chance: Chance): Uint8Array {
  const spoilt = Uint8Array.from(bytes);
  for (let i = chance.below(8); i >= 0; i--) spoilt[chance.below(spoilt.length)] = chance.below(256);
  return chance.oneIn(4) ? spoilt.subarray(0, chance.below(spoilt.length)) : spoilt;
}
