import type { ActionCall } from './action-call.ts';
import type { ActionPorts } from './action-ports.ts';

/** One call of an action, when its contact is known. */
export type AskedAction = {
  readonly call: ActionCall;
  readonly contactId: string;
  /** The lead record that was enrolled; null where it was the contact itself. */
  readonly leadId: string | null;
  readonly ports: ActionPorts;
  readonly now: number;
};

/** What was filled into an input; empty where nothing was. */
export function inputOf(asked: AskedAction, name: string): string {
  return asked.call.inputs.get(name) ?? '';
}

/** Whether a box was ticked. */
export function isTicked(asked: AskedAction, name: string): boolean {
  return inputOf(asked, name).toLowerCase() === 'true';
}
