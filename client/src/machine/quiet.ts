import type { BaseLanguageClient } from 'vscode-languageclient';

type ClientClass = abstract new (...parameters: never[]) => BaseLanguageClient;

/** A class of clients that write errors to the output channel instead of showing notifications. */
export function quiet<Base extends ClientClass>(base: Base): Base {
  abstract class Quiet extends (base as unknown as abstract new (
    ...parameters: unknown[]
  ) => BaseLanguageClient) {
    override error(sentence: string, data?: unknown): void {
      super.error(sentence, data, false);
    }
  }
  return Quiet as unknown as Base;
}
