import assert from 'node:assert/strict';
import { commands } from 'vscode';

interface Step {
  readonly press?: string;
  readonly type?: string;
  readonly see?: string;
  readonly click?: string;
  readonly accept?: string;
  readonly write?: string;
}

/** The window's keyboard, with a counter. Characters of names and words are typed, other keys are pressed. */
export class Keys {
  /** The number of pressed keys; a chord with modifiers is one. */
  pressed = 0;
  private readonly steps: Step[] = [];

  /** Presses keys in order: `Control+K`, `g`, `Enter`. */
  press(...keys: readonly string[]): this {
    for (const press of keys) this.steps.push({ press });
    this.pressed += keys.length;
    return this;
  }

  type(words: string): this {
    this.steps.push({ type: words });
    return this;
  }

  /** Clicks a button of a notification when there is one. */
  click(button: string): this {
    this.steps.push({ click: button });
    return this;
  }

  /** Presses the key for the first button of a notification when there is one that says so. */
  accept(button: string): this {
    this.steps.push({ accept: button });
    this.pressed += 1;
    return this;
  }

  /** Fills in the field in which a new name is asked for, when it is there. */
  write(name: string): this {
    this.steps.push({ write: name });
    return this;
  }

  /** Waits until a question shows these words: in its title, in the row that Enter takes, or below. */
  see(words: string): this {
    this.steps.push({ see: words });
    return this;
  }

  /** Performs the recorded steps. */
  async go(): Promise<void> {
    const url = process.env['SICETNON_KEYBOARD'];
    assert.ok(url, 'there is a keyboard');
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(this.steps.splice(0)) });
    assert.equal(answer.status, 200, await answer.text());
  }
}
