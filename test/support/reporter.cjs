/**
 * Mocha's usual report, and where CI is true an account of what was skipped: every skipped test is a failure unless the
 * reason behind its title is in `test/skips.json`.
 */
const { reporters, Runner } = require('mocha');
const allowed = require('../skips.json');

class Report extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    this.unexcused = [];
    if (!process.env.CI || process.env.CI === 'false') return;
    runner.on(Runner.constants.EVENT_TEST_PENDING, (test) => {
      const title = test.fullTitle();
      if (!allowed.some(({ reason }) => title.includes(`(skipped: ${reason}`))) this.unexcused.push(title);
    });
  }

  /** Called by Mocha with the number of failures, at the end. */
  done(failures, end) {
    const { unexcused } = this;
    if (unexcused.length > 0)
      console.log(
        `  ${unexcused.length} failing, for they were skipped without a reason that test/skips.json allows:\n${unexcused
          .map((title) => `    ${title}\n`)
          .join('')}`,
      );
    end(failures + unexcused.length);
  }
}

module.exports = Report;
