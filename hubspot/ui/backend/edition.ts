import type { Backend } from './backend.ts';
import { FetchBackend } from './fetch-backend.ts';
import { FunctionBackend } from './function-backend.ts';

/** Put in when the project is built. */
declare const SIGNALBOX_EDITION: 'marketplace' | 'private';

/**
 * The backend of the edition that this is built for.
 *
 * @param variables of the project's profile; PUBLIC_URL is the origin of the server
 */
export function backendOfEdition(variables: Readonly<Record<string, unknown>>): Backend {
  const origin = variables['PUBLIC_URL'];
  return SIGNALBOX_EDITION === 'private'
    ? new FunctionBackend()
    : new FetchBackend(typeof origin === 'string' ? origin : '');
}
