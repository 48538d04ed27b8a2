import { referencesTo } from '../../features/references/find-references.ts';
import { subjectsOf } from '../subjects.ts';
import type { Handler } from './handler.ts';

export const references: Handler = {
  capabilities: { referencesProvider: true },
  register(context) {
    context.connection.onReferences(
      ({ textDocument: { uri }, position, context: { includeDeclaration } }) => {
        const asked = subjectsOf(context, uri, position);
        if (!asked) return null;
        return referencesTo(asked.subjects, asked.world)
          .filter(({ role }) => includeDeclaration || role !== 'definition')
          .map(({ path, range }) => context.location(asked.file.desk, path, range));
      },
    );
  },
};
