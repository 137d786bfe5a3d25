import { uiCalls, type UiCallName, type UiContent, type UiInput } from '../../../../hubspot/handlers/ui/ui-calls.ts';
import type { Backend, Refused, Result } from '../../../../hubspot/ui/backend/backend.ts';
import { away, readContent } from '../../../../hubspot/ui/backend/read-answer.ts';

/** What is answered to a call: a content, a refusal, or what becomes of the input. */
export type Script = {
  readonly [Name in UiCallName]?: Answer<Name> | ((input: UiInput<Name>) => Answer<Name>);
};
type Answer<Name extends UiCallName> = UiContent<Name> | Refused;

/**
 * A backend that answers by a script and keeps what it was asked. Inputs and answers go through the forms of the wire, so that
 * a test cannot show what no backend sends. A call without a script is not answered.
 */
export class ScriptedBackend implements Backend {
  readonly edition: Backend['edition'];
  readonly asked: { readonly name: UiCallName; readonly input: unknown }[] = [];
  session: string | null = null;
  #script: Script;

  constructor(script: Script, edition: Backend['edition'] = 'marketplace') {
    this.#script = script;
    this.edition = edition;
  }

  /** From now on these calls are answered so. */
  change(script: Script): void {
    this.#script = { ...this.#script, ...script };
  }

  call<Name extends UiCallName>(name: Name, input: UiInput<Name>): Promise<Result<UiContent<Name>>> {
    uiCalls[name].input.parse(input);
    this.asked.push({ name, input });
    const answer: unknown = this.#script[name];
    if (answer === undefined) return Promise.resolve(away());
    const given = (typeof answer === 'function' ? (answer as (input: unknown) => unknown)(input) : answer) as object;
    return Promise.resolve(isRefusal(given) ? given : readContent(name, JSON.parse(JSON.stringify(given))));
  }

  takeSession(session: string | null): void {
    this.session = session;
  }

  /** The inputs of all calls of this name, oldest first. */
  inputsOf<Name extends UiCallName>(name: Name): UiInput<Name>[] {
    return this.asked.flatMap((call) => (call.name === name ? [call.input as UiInput<Name>] : []));
  }
}

function isRefusal(given: object): given is Refused {
  return 'state' in given && given.state === 'refused';
}
