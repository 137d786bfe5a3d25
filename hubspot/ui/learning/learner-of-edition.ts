import type { Backend } from '../backend/backend.ts';
import { HereLearner } from './here-learner.ts';

/** Put in when the project is built. */
declare const SIGNALBOX_EDITION: 'marketplace' | 'private';

/** What learns in the page; null where the server does, so that the page need not carry it. */
export function learnerOfEdition(backend: Backend): HereLearner | null {
  return SIGNALBOX_EDITION === 'private'
    ? new HereLearner(backend, {
        now: () => Date.now(),
        wait: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
      })
    : null;
}
