import { readActionCall, type ActionCall } from '../../../hubspot/handlers/actions/action-call.ts';
import type { ActionAnswer } from '../../../hubspot/handlers/actions/action-answer.ts';
import type { ActionKey } from '../../../hubspot/handlers/actions/action-definition.ts';
import type { ActionPorts, KeptAnswer, ToldDecision } from '../../../hubspot/handlers/actions/action-ports.ts';

export const portalId = 62515;

/** A call as HubSpot's documentation shows it. */
export function callBody(inputFields: Readonly<Record<string, unknown>> = {}, object: object = {}): object {
  return {
    callbackId: 'ap-62515-56777914962-11-0',
    origin: { portalId: portalId, actionDefinitionId: 10860211, actionDefinitionVersion: 1 },
    context: { source: 'WORKFLOWS', workflowId: 192814114 },
    object: { objectId: 614, objectType: 'CONTACT', ...object },
    inputFields: inputFields,
  };
}

export function callOf(
  action: ActionKey,
  inputFields: Readonly<Record<string, unknown>> = {},
  object: object = {},
): ActionCall {
  const read = readActionCall(action, callBody(inputFields, object));
  if (!read.isReadable) {
    throw new Error(`not readable: ${read.keys.join(', ')}`);
  }
  return read.call;
}

export const decision: ToldDecision = {
  ownerId: '301',
  ownerName: 'Ana Ruiz',
  destinationKey: 'east-enterprise',
  basis: 'turn',
  band: 'warm',
  fitScore: 82,
  engagementScore: 64,
  intentScore: 55,
  capacityScore: 0,
  confidence: 77,
  reason: 'Rule 7',
  dueAt: 1_700_000_300_000,
};

/** What was asked of the ports, in order: the method and its argument. */
export type Asked = { readonly method: string; readonly argument: unknown };

/** Ports that answer what they are told to, keep answers, and write down what was asked. */
export class RecordedPorts implements ActionPorts {
  readonly portalId = portalId;
  readonly asked: Asked[] = [];
  readonly kept = new Map<string, KeptAnswer>();
  readonly #answers: Partial<Record<keyof ActionPorts, unknown>>;

  constructor(answers: Partial<Record<keyof ActionPorts, unknown>> = {}) {
    this.#answers = answers;
  }

  findAnswer = (callbackId: string): Promise<ActionAnswer | null> =>
    Promise.resolve(this.kept.get(callbackId)?.answer ?? null);

  keepAnswer = (kept: KeptAnswer): Promise<void> => {
    this.kept.set(kept.callbackId, kept);
    return Promise.resolve();
  };

  primaryContactOf = (leadId: string) => this.#answer<string | null>('primaryContactOf', leadId);
  decideNow: ActionPorts['decideNow'] = (request) => this.#answer('decideNow', request);
  preview: ActionPorts['preview'] = (contactId) => this.#answer('preview', contactId);
  takeNext: ActionPorts['takeNext'] = (request) => this.#answer('takeNext', request);
  startClock: ActionPorts['startClock'] = (request) => this.#answer('startClock', request);
  askForReview: ActionPorts['askForReview'] = (request) => this.#answer('askForReview', request);
  closeClock: ActionPorts['closeClock'] = (request) => this.#answer('closeClock', request);

  #answer<T>(method: keyof ActionPorts, argument: unknown): Promise<T> {
    this.asked.push({ method: method, argument: argument });
    const answer = this.#answers[method];
    if (answer instanceof Error) {
      return Promise.reject(answer);
    }
    if (answer === undefined) {
      throw new Error(`nobody expected ${method}`);
    }
    return Promise.resolve(answer as T);
  }
}
