import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { Framing } from './framing.ts';

/** A reader and writer for messages. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/**
 * The transport given on the command line as by the protocol's clients: `--stdio`, `--node-ipc`, `--socket=PORT` or
 * `--pipe=NAME`; without one, prints a message and exits. `gone` is called when the client has disconnected in
 * whatever way; `isBroken` recognises the errors that mean it. Input that is no message of the protocol is reported on
 * stderr, and `gone` is called as well.
 */
export function transportOf(
  args: readonly string[],
  gone: () => void,
  isBroken: (error: unknown) => boolean,
): Transport {
  const transport = named(args);
  if (!transport) {
    process.stderr.write(
      'Say how to speak to the server: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.\n',
    );
    process.exit(2);
  }
  endAtNoise(transport.reader, args.includes('--stdio') ? process.stdin : null, gone);
  transport.reader.onClose(gone);
  transport.writer.onClose(gone);
  // Writing to a closed pipe fails.
  transport.writer.onError(([error]) => {
    if (isBroken(error)) gone();
  });
  return transport;
}

/**
 * Ends the server when the input between messages is no header. Where the next message begins is unknown then, and a
 * document change may be lost; restarting brings client and server into agreement again.
 */
function endAtNoise(reader: MessageReader, bytes: NodeJS.ReadStream | null, gone: () => void): void {
  let isOver = false;
  const end = (noise: string): void => {
    if (isOver) return;
    isOver = true;
    process.stderr.write(
      `What came from the client is no message of the protocol, and the server ends: ${JSON.stringify(noise)}\n`,
      gone,
    );
  };
  const framing = new Framing();
  // Data events start in the next tick, once the reader listens as well; this listener runs before it.
  bytes?.on('data', (chunk: Uint8Array) => {
    const noise = isOver ? null : framing.take(chunk);
    if (noise !== null) end(noise);
  });
  // The library does not expose the socket's stream, but reports most framing errors itself.
  reader.onError(({ message }) => {
    if (/^(?:Header must|Content-Length value|Message header)/.test(message)) end(message.slice(0, 200));
  });
}

function named(args: readonly string[]): Transport | null {
  if (args.includes('--node-ipc')) {
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  }
  if (args.includes('--stdio')) {
    // Output of a library must not mix with the protocol's messages.
    globalThis.console = new console.Console(process.stderr, process.stderr);
    return {
      reader: new StreamMessageReader(process.stdin),
      writer: new StreamMessageWriter(process.stdout),
    };
  }
  const port = Number(valueOf('--socket', args));
  const pipe = valueOf('--pipe', args);
  const pair = port > 0 ? createServerSocketTransport(port) : pipe ? createServerPipeTransport(pipe) : null;
  return pair && { reader: pair[0], writer: pair[1] };
}

/** The value of `--name=value` or `--name value`. */
function valueOf(name: string, args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  return args[at] === name ? args[at + 1] : args[at]!.slice(name.length + 1);
}
