import { uiCalls, type UiCallName } from '../../../hubspot/handlers/ui/ui-calls.ts';
import type { HostPorts, JsonValue } from '../../../sandbox/hubspot/ui-host/ports/host-ports.ts';
import type { AssociatedRecord, StateAnswer, StateAnswers } from '../../hubspot/ui/states/ui-state.ts';

/** Where the marketplace edition's server would be. */
export const backendUrl = 'https://signalbox.example.com';

/** What a state knows beside its answers; cards have records, pages have none. */
export type StateRecords = {
  readonly properties: Readonly<Record<string, string | null>> | null;
  readonly associations: readonly AssociatedRecord[];
};

const nameOfPath = new Map((Object.keys(uiCalls) as UiCallName[]).map((name) => [uiCalls[name].path, name]));

/** The surroundings of a state as the host asks for them. Its answers can be others later. */
export class StatePorts implements HostPorts {
  answers: StateAnswers;
  readonly #records: StateRecords;

  constructor(answers: StateAnswers, records: StateRecords) {
    this.answers = answers;
    this.#records = records;
  }

  async fetch({ url }: Parameters<HostPorts['fetch']>[0]): ReturnType<HostPorts['fetch']> {
    const answer = await this.#answerOf(nameOfPath.get(new URL(url).pathname)!);
    const isAnswered = 'content' in answer;
    return {
      status: isAnswered ? 200 : 409,
      headers: { 'content-type': 'application/json' },
      text: JSON.stringify(isAnswered ? answer.content : answer.refusal),
    };
  }

  async serverless(_name: string, { parameters }: Parameters<HostPorts['serverless']>[1]): Promise<JsonValue> {
    const { call } = parameters as { readonly call: UiCallName };
    const answer = await this.#answerOf(call);
    return plain(
      'content' in answer
        ? { isAnswered: true, content: answer.content }
        : { isAnswered: false, refusal: answer.refusal },
    );
  }

  crmProperties(names: readonly string[] | '*'): ReturnType<HostPorts['crmProperties']> {
    const { properties } = this.#records;
    if (properties === null) return Promise.reject(new Error('The card may not read the record.'));
    const wanted = names === '*' ? Object.keys(properties) : names;
    return Promise.resolve(Object.fromEntries(wanted.map((name) => [name, properties[name] ?? null])));
  }

  associations({
    offset,
    pageLength,
  }: Parameters<HostPorts['associations']>[0]): ReturnType<HostPorts['associations']> {
    const results = this.#records.associations.slice(offset, offset + pageLength);
    const nextOffset = offset + results.length;
    return Promise.resolve({ results, hasMore: nextOffset < this.#records.associations.length, nextOffset });
  }

  crmSearch(): ReturnType<HostPorts['crmSearch']> {
    return Promise.resolve({ results: [], total: 0, hasMore: false });
  }

  formatProperties(
    _type: string,
    rows: Parameters<HostPorts['formatProperties']>[1],
  ): ReturnType<HostPorts['formatProperties']> {
    return Promise.resolve(rows);
  }

  async #answerOf(name: UiCallName): Promise<Exclude<StateAnswer, 'silent'>> {
    const answer = this.answers[name];
    // Whoever is silent answers neither sooner nor later.
    if (answer === 'silent') return new Promise(() => undefined);
    if (answer === undefined) throw new Error('Nobody answers.');
    return answer;
  }
}

function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}
