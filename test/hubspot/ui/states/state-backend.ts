import type { Backend, Result } from '../../../../hubspot/ui/backend/backend.ts';
import { away, readContent, readRefusal } from '../../../../hubspot/ui/backend/read-answer.ts';
import type { UiCallName, UiContent, UiInput } from '../../../../hubspot/handlers/ui/ui-calls.ts';
import type { StateAnswer, StateAnswers } from './ui-state.ts';

/** A backend that says what a state says it says, read as if it had come over the wire. It can be told to say something else. */
export class StateBackend implements Backend {
  readonly edition = 'marketplace';
  readonly calls: { readonly name: UiCallName; readonly input: unknown }[] = [];
  #answers: StateAnswers;
  readonly #held: (() => void)[] = [];

  constructor(answers: StateAnswers) {
    this.#answers = answers;
  }

  /** From now on. */
  say(answers: StateAnswers): void {
    this.#answers = { ...this.#answers, ...answers };
  }

  /** Answers, as it would now, everybody whom it has kept waiting. */
  release(): void {
    for (const answer of this.#held.splice(0)) answer();
  }

  inputsOf(name: UiCallName): unknown[] {
    return this.calls.filter((call) => call.name === name).map(({ input }) => input);
  }

  async call<Name extends UiCallName>(name: Name, input: UiInput<Name>): Promise<Result<UiContent<Name>>> {
    this.calls.push({ name, input });
    if (this.#answers[name] === 'silent') {
      await new Promise<void>((resolve) => this.#held.push(resolve));
    }
    return read(name, this.#answers[name]);
  }

  takeSession(): void {}
}

function read<Name extends UiCallName>(name: Name, answer: StateAnswer | undefined): Result<UiContent<Name>> {
  if (answer === undefined || answer === 'silent') return away();
  return 'content' in answer
    ? readContent(name, JSON.parse(JSON.stringify(answer.content)))
    : readRefusal(JSON.parse(JSON.stringify(answer.refusal)));
}
