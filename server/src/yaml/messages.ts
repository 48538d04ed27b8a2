import { deferred, say } from '../words/say.ts';
import type { YAMLParseError } from 'yaml';

export const TABS = deferred('YAML does not allow tabs for indentation; use spaces, here and below.');

/** A YAML error as a sentence for people who do not know YAML well. The error's position is in `source`. */
export function sentenceOf(error: YAMLParseError, source: string): string {
  const letter = source[error.pos[0]] ?? '';
  switch (error.code) {
    case 'BAD_SCALAR_START':
      return say('In YAML a value cannot begin with {letter}; put it in quotation marks.', { letter });
    case 'TAB_AS_INDENT':
      return say(TABS);
    case 'BAD_INDENT':
      return error.message.startsWith('Flow')
        ? say('A list or mapping in brackets must be closed, and its lines indented.')
        : say('This line is indented otherwise than the lines that it belongs with.');
    case 'MULTILINE_IMPLICIT_KEY':
      return say('A colon with a space is missing here, or the line before is not closed.');
    case 'MISSING_CHAR':
      return missing(error.message);
    case 'UNEXPECTED_TOKEN':
      return unexpected(error.message);
    case 'BLOCK_IN_FLOW':
      return say('Within brackets, lists and mappings must be written with brackets too.');
    case 'BLOCK_AS_IMPLICIT_KEY':
      return say(
        'A value that holds a colon and a space must stand in quotation marks, as in "Title: Subtitle".',
      );
    case 'BAD_DQ_ESCAPE':
      return say(
        'Within "…", a backslash begins an escape, and this one does not exist; write \\\\ for a backslash, or use \'…\'.',
      );
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return say('In YAML, words that begin with ! are tags; put them in quotation marks.');
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
    case 'BAD_PROP_ORDER':
      return say(
        'In YAML, words that begin with & or * are names for repeated parts; put them in quotation marks.',
      );
    case 'KEY_OVER_1024_CHARS':
      return say('A key cannot be longer than 1024 characters.');
    case 'BAD_DIRECTIVE':
      return say('Lines that begin with % are directives in YAML, and this one is not understood.');
    case 'BAD_COLLECTION_TYPE':
    case 'DUPLICATE_KEY':
    case 'IMPOSSIBLE':
    case 'MULTIPLE_DOCS':
    case 'NON_STRING_KEY':
    case 'RESOURCE_EXHAUSTION':
      return say('This is not valid YAML: {problem}.', { problem: decapitalised(error.message) });
  }
}

function missing(message: string): string {
  if (message.endsWith('quote')) return say('A quotation mark is never closed.');
  const bracket = /end with a? ?([\]}])/.exec(message)?.[1];
  if (bracket) return say('A bracket is never closed: a {bracket} is missing.', { bracket });
  if (message.startsWith('Missing , ')) return say('A comma is missing between two items.');
  if (message.startsWith('Implicit map keys')) return say('This line is not of the form `key: value`.');
  if (message.startsWith('Comments must'))
    return say('A comment needs a space before its #; words with # belong in quotation marks.');
  if (message.startsWith('Sequence item'))
    return say('An item of this list does not begin with a hyphen and a space.');
  return say('This is not valid YAML: {problem}.', { problem: decapitalised(message) });
}

function unexpected(message: string): string {
  if (/^Unexpected .*-scalar at node end|^Unexpected scalar/.test(message))
    return say(
      'Words follow a closed quotation or bracket; put the whole value in quotation marks of the other kind.',
    );
  if (message.startsWith('Unexpected ,')) return say('There is a comma too many here.');
  if (/Unexpected (flow-\w+-end|[\]}])/.test(message)) return say('This bracket closes nothing.');
  return say('This is not valid YAML: {problem}.', { problem: decapitalised(message) });
}

function decapitalised(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return (line.charAt(0).toLowerCase() + line.slice(1, 200)).replace(/\.$/, '');
}
