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

/** How messages come and go. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/**
 * The transport that the command line names, as the protocol's clients do: `--stdio`, `--node-ipc`, `--socket=PORT` or
 * `--pipe=NAME`; where it names none, says so and ends the program. `gone` is called when the client is, in whatever manner;
 * `isBroken` knows the errors that say so.
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
  transport.reader.onClose(gone);
  transport.writer.onClose(gone);
  // A pipe that nobody reads breaks at the next word.
  transport.writer.onError(([error]) => {
    if (isBroken(error)) gone();
  });
  return transport;
}

function named(args: readonly string[]): Transport | null {
  if (args.includes('--node-ipc')) {
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  }
  if (args.includes('--stdio')) {
    // What a library prints must not come between the messages.
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

/** `--name=value` or `--name value`. */
function valueOf(name: string, args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  if (at < 0) return undefined;
  return args[at] === name ? args[at + 1] : args[at]!.slice(name.length + 1);
}
