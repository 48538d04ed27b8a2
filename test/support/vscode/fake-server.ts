/** A language server for tests of gestures. */
import type { Server } from '../../../client/src/server.ts';

/** A server that answers by heart; what it is asked is kept. */
export class FakeServer {
  readonly asked: [string, Record<string, unknown>][] = [];
  private readonly answers: unknown[];
  constructor(...answers: unknown[]) {
    this.answers = answers;
  }
  ask(name: string, asked: Record<string, unknown>): Promise<unknown> {
    this.asked.push([name, asked]);
    const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
    return answer instanceof Promise ? answer : Promise.resolve(answer ?? null);
  }
  get server(): Server {
    return this as unknown as Server;
  }
}

/** A choice as the server offers it; its value is its label in small letters. */
export const choice = (label: string, heading = '', more: object = {}) => ({
  label,
  heading,
  value: label.toLowerCase(),
  description: '',
  detail: '',
  ...more,
});
/** An answer of the server with these choices. */
export const choices = (items: object[], more: object = {}) => ({
  items,
  more: false,
  refusal: null,
  words: 'the men',
  ...more,
});
/** Lets everything run that waits. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));
