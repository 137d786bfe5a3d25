import { createEndpoint, type MessageEndpoint } from '@remote-ui/rpc';
import type { PageCalls, PortAnswer } from '../protocol.ts';
import type { PortName } from '../../ports/host-ports.ts';
import { scope } from './worker-scope.ts';

/** The line to the page. */
export const endpoint = createEndpoint<PageCalls>(scope as unknown as MessageEndpoint, {
  callable: ['port', 'act', 'report', 'log'],
});

export const page = endpoint.call as unknown as PageCalls;

/** Asks a port of the host; throws what it refuses. */
export async function askPort(name: PortName, asked: unknown): Promise<unknown> {
  const answer: PortAnswer = await page.port(name, asked);
  if ('error' in answer) throw new Error(answer.error);
  return answer.value;
}
