import { randomUUID } from 'node:crypto';
import type { LimitPolicy } from './call-limits.ts';

/** What HubSpot answers with 429. It has no category; who retries looks at `policyName` or at the message. */
export function limitedBody(policyName: LimitPolicy): Record<string, string> {
  return {
    status: 'error',
    message: `You have reached your ${policyName.toLowerCase()} limit.`,
    errorType: 'RATE_LIMIT',
    correlationId: randomUUID(),
    policyName,
    requestId: randomUUID(),
  };
}
