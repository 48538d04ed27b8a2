/** A peer: remark with the checks of its links as a language server, where `unified-language-server` is installed. */
import { remark } from 'remark';
import remarkValidateLinks from 'remark-validate-links';

const { createUnifiedLanguageServer } = await import('unified-language-server');
createUnifiedLanguageServer({
  configurationSection: 'remark',
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark(),
  plugins: [[remarkValidateLinks, { repository: false }]],
});
