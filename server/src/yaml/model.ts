/** YAML as plain data with positions: UTF-16 offsets in the whole text that contains the YAML. */
import type { TextRange } from '../text/range.ts';

/** Something in the YAML that cannot be read, as a sentence. */
export interface YamlProblem {
  readonly range: TextRange;
  readonly message: string;
  /** It was read, though perhaps not as meant. */
  readonly mild?: true;
}

/** A key or a value: a string, number, boolean, or nothing. */
export interface YamlScalar {
  readonly kind: 'scalar';
  /** As written, without quotation marks and unescaped: `no`, `1925/..` and `007` are unchanged. */
  readonly text: string;
  /** By YAML 1.2: `5` is a number, `"5"` is a string. */
  readonly value: string | number | boolean | null;
  /** The text alone; empty where there is no value. */
  readonly range: TextRange;
  /** With the quotation marks, or the `|` of a block scalar. */
  readonly outer: TextRange;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly outer: TextRange;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  /** From the key to the end of the value. */
  readonly range: TextRange;
}

export interface YamlMap {
  readonly kind: 'map';
  /** In the order of the text, without duplicate keys. */
  readonly entries: readonly YamlEntry[];
  readonly outer: TextRange;
}

/** Nodes form a tree, except that an alias (`*name`) is the same object as its anchor's node. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlDocument {
  /** Null where the text is empty or has only comments. */
  readonly root: YamlNode | null;
  readonly problems: readonly YamlProblem[];
}
