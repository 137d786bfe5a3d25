import { randomUUID } from 'node:crypto';
import type { Moment } from '../portal/private-portal.ts';

/** What is left of HubSpot's ten seconds for the answer itself. */
const workMillis = 8_000;

/** Time and chance of an invocation that begins now, and when it must begin nothing new any more. */
export function beginInvocation(): { readonly moment: Moment; readonly deadline: number } {
  const moment: Moment = {
    now: () => Date.now(),
    chance: () => Math.random(),
    sleep: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
    newName: () => randomUUID(),
  };
  return { moment, deadline: moment.now() + workMillis };
}
