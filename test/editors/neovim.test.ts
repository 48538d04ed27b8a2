import { testEditor } from './session.ts';

testEditor({
  name: 'Neovim',
  programs: ['nvim'],
  // Without the user's configuration.
  running: (script) => ['--headless', '--clean', '-u', 'NONE', '-n', '-c', `luafile ${script}`],
  settings: 'From 0.7 on, before that:',
  script: 'neovim.lua',
});
