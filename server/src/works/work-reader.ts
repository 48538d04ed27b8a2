/** Reading the texts of works out of files of other formats: who does it, and why it may not be done. */
import type { WorkText } from './model.ts';

/** Why there is no text of a file. */
export type WorkRefusal =
  | 'missing'
  /** It lies in no folder that may be read. */
  | 'outside'
  /** It is larger, or has more pages, than what is read. */
  | 'large'
  | 'password'
  /** It is none of the formats that are read, whatever it is called. */
  | 'format'
  | 'broken'
  /** It holds pictures of pages and no words. */
  | 'no-words'
  /** Reading it took too long, or took too much room. */
  | 'stopped'
  /** Nothing here can read such files. */
  | 'unavailable';

export type WorkReading =
  | { readonly status: 'read'; readonly work: WorkText }
  | {
      readonly status: WorkRefusal;
      /** Of what lies outside: the folder that would have to be allowed. */
      readonly folder?: string;
      /** Of what is missing: the only file whose path differs in spelling alone. */
      readonly respelled?: string;
    };

/** Reads files of other formats, outside of the thread that answers. */
export interface WorkReader {
  /** The text of a file, by its path in the workspace or an absolute one that `FileSystem.outside` gave. Never rejects. */
  read(path: string): Promise<WorkReading>;
  /** Lets go of whatever it holds. */
  dispose(): void;
}
