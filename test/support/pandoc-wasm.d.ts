/** The part of pandoc-wasm that the tests use; it has no types. */
declare module 'pandoc-wasm' {
  export function convert(
    options: Readonly<Record<string, unknown>>,
    stdin: string | null,
    files: Readonly<Record<string, string>>,
  ): Promise<{ readonly stdout: string; readonly stderr: string }>;
  export function query(options: Readonly<Record<string, unknown>>): unknown;
}
