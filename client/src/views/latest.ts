import { CancellationTokenSource } from 'vscode';
import type { CancellationToken, Disposable } from 'vscode';

/**
 * Requests where only the latest matters. A new request cancels the pending one, whose caller gets the newer answer.
 */
export class Latest<Answer> implements Disposable {
  private source: CancellationTokenSource | null = null;
  private answer: Promise<Answer> | null = null;

  constructor(private readonly ask: (token: CancellationToken) => Promise<Answer>) {}

  get(): Promise<Answer> {
    this.source?.cancel();
    const source = (this.source = new CancellationTokenSource());
    const answer: Promise<Answer> = this.ask(source.token).then((own) =>
      this.answer !== answer && this.answer ? this.answer : own,
    );
    this.answer = answer;
    return answer;
  }

  dispose(): void {
    this.source?.cancel();
  }
}
