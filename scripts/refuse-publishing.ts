// `npm publish` at the root would publish the sources of the extension.
console.error(
  'This folder is not what npm gets: npm run release makes and publishes the package in dist/npm.',
);
process.exitCode = 1;
