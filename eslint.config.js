import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  // VitePress compiles its own folder, with what it knows of Vue.
  { ignores: ['dist/', 'node_modules/', '.cache/', 'test-output/', 'docs/.vitepress/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // What fulfils an asynchronous interface is `async` also where it waits for nothing: what it throws is a rejection.
      '@typescript-eslint/require-await': 'off',
      // Characters are compared by their codes, which `charCodeAt` gives as numbers; an enumeration only names some.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // `noUncheckedIndexedAccess` asks for proof of every index; where a bound is plain from the line above, `!` says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-control-regex': 'off',
      'no-irregular-whitespace': 'off',
      'no-constant-condition': ['error', { checkLoops: false }],
      'prefer-const': 'error',
      eqeqeq: ['error', 'smart'],
    },
  },
  {
    files: ['*.js', 'scripts/**/*.js', 'test/**/*.{js,cjs}', 'bench/**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        document: 'readonly',
        NodeFilter: 'readonly',
        fetch: 'readonly',
        devicePixelRatio: 'readonly',
        requestAnimationFrame: 'readonly',
        getSelection: 'readonly',
        TextEncoder: 'readonly',
        exports: 'writable',
        require: 'readonly',
        module: 'writable',
      },
    },
  },
);
