import { testEditor } from './session.ts';

testEditor({
  name: 'Emacs with eglot',
  programs: ['emacs'],
  running: (script) => ['--batch', '--no-init-file', '--load', script],
  settings: '## Emacs',
  script: 'emacs.el',
});
