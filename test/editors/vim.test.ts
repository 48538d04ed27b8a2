import { testEditor } from './session.ts';

testEditor({
  name: 'Vim with ALE',
  // Debian's `vim` may be Neovim.
  programs: ['vim.basic', 'vim.nox', 'vim'],
  running: (script) => ['-es', '-u', 'NONE', '-i', 'NONE', '-n', '-S', script],
  settings: 'With ALE:',
  script: 'vim.vim',
});
