/** Skips a test with a reason, which the reporter compares with `test/skips.json`. */

export const NO_PANDOC = 'Pandoc is not installed';
export const UNICODE_NAMES = 'names of files are Unicode on this system';

/** Skips the running test, or the whole suite of a hook, and appends the reason to its title. */
export function skip(context: Mocha.Context, reason: string): never {
  const { test } = context;
  const isHook = (test as { readonly type?: string } | undefined)?.type === 'hook';
  const tests = isHook ? testsOf(test?.parent) : [test];
  for (const one of tests) if (one) one.title += ` (skipped: ${reason})`;
  return context.skip();
}

function testsOf(suite: Mocha.Suite | undefined): Mocha.Runnable[] {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}
