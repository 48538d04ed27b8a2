/** A web worker, as far as it is used; the types of browsers are not at hand here. */
export interface WebWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

/** Starts a worker; VS Code lets an extension in a browser start those of its own folder. */
export function startWorker(address: string): WebWorker {
  const { Worker } = globalThis as unknown as {
    readonly Worker: new (address: string) => WebWorker;
  };
  return new Worker(address);
}
