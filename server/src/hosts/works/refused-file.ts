import type { FileContent } from '../../workspace/file-system.ts';
import type { WorkRefusal } from '../../works/work-reader.ts';

/** Why a file system gave no bytes, as readers of works say it. */
export function refused(content: Exclude<FileContent, { status: 'read' }>): {
  readonly status: WorkRefusal;
  readonly folder?: string;
} {
  switch (content.status) {
    case 'missing':
    case 'large':
      return { status: content.status };
    case 'outside':
      return { status: 'outside', ...(content.folder !== undefined && { folder: content.folder }) };
    case 'folder':
    case 'failed':
      return { status: 'broken' };
  }
}
