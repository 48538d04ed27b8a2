import assert from 'node:assert/strict';

/** Compares each row of a table, `asked ⇒ told`, with what is told. */
export function checkRows(table: string, tell: (asked: string) => string): void {
  const rows = table
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  assert.deepEqual(
    rows.map((row) => {
      const asked = row.split('⇒')[0]!.trim();
      return `${asked} ⇒ ${tell(asked)}`.trim();
    }),
    rows,
  );
}
