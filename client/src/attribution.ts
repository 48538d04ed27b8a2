/** What the licence of citeproc-js, which prints the entries, wants to be seen by whoever uses it. */
export const attribution = 'Citations by CSL (citeproc-js)';

/** The address that goes with it. */
export const attributionAddress = 'http://citationstyles.org/';
