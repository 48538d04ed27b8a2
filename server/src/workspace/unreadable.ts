/** Why a file that another file names could not be read. */
export type Unreadable = 'missing' | 'folder' | 'outside' | 'encoding' | 'large' | 'failed' | 'unrelated';
