/** What the server and its clients call things between them, beyond the protocol's own words. */

/** The `source` of every diagnostic, the section of the settings, and the prefix of our own methods. */
export const productId = 'sicetnon';

/** What people read. */
export const productName = 'Sic et Non';

/** The notification by which the server says how far it has read; a client may do without it. */
export const statusMethod = 'sicetnon/status';

/** The parameters of `sicetnon/status`: sent when reading begins, and whenever a figure has changed. */
export interface ServerStatus {
  readonly state: 'reading' | 'ready';
  /** How many texts of the workspace are known so far. */
  readonly files: number;
}

/** What a client of ours says at `initialize`; every member may be absent. */
export interface InitializationOptions {
  /** Whether the person trusts the workspace; absent means yes. */
  readonly trusted?: boolean;
}
