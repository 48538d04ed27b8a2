/** YAML as plain data with positions. Offsets are UTF-16 units of the whole text that the YAML stands in. */
import type { TextRange } from '../text/range.ts';

/** Something in the YAML that cannot be read, in words for the person who wrote it. */
export interface YamlProblem {
  readonly range: TextRange;
  readonly message: string;
  /** It is read all the same, if not as it may be meant. */
  readonly mild?: true;
}

/** A key or a value: words, a number, yes or no, or nothing. */
export interface YamlScalar {
  readonly kind: 'scalar';
  /** As written, without quotation marks and with escapes read: `no`, `1925/..` and `007` stay what they are. */
  readonly text: string;
  /** As YAML 1.2 takes it: `5` is a number here, `"5"` is not. */
  readonly value: string | number | boolean | null;
  /** The words alone; empty where there is no value. */
  readonly range: TextRange;
  /** With the quotation marks, or the `|` of a block of text. */
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
  /** In the order of the text; of a key that stands twice one only. */
  readonly entries: readonly YamlEntry[];
  readonly outer: TextRange;
}

/** The nodes form a tree, save that an alias (`*name`) is the very node that its anchor marks. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlDocument {
  /** Null where there is nothing, or comments only. */
  readonly root: YamlNode | null;
  readonly problems: readonly YamlProblem[];
}
