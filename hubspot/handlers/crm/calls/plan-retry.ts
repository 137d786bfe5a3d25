import type { Endpoint } from '../api-version.ts';
import { readRefusal } from './read-refusal.ts';
import type { Outcome } from './try-once.ts';

const longestWaitMillis = 10_000;
const lockMillis = 2000;

/** How often it was tried, and what the wait depends on besides. */
export type Attempt = {
  /** 1 after the first try. */
  readonly number: number;
  readonly now: number;
  /** From 0 to below 1: spreads those who would come back at the same instant. */
  readonly chance: number;
};

/**
 * How many milliseconds to wait before the same call is tried again; null when it must not be.
 *
 * What HubSpot refused for now (429, 423, 477) it has not done, so that it is always safe to try again. After a failure or a
 * silence it may have done it: only calls that can be repeated are.
 */
export function planRetry(outcome: Outcome, endpoint: Endpoint, attempt: Attempt): number | null {
  if (outcome.kind !== 'answered') {
    return mayHaveHappened(outcome, endpoint) ? null : backOff(1000, attempt);
  }
  const asked = retryAfterMillis(outcome.headers, attempt.now);
  switch (outcome.status) {
    case 429:
      return waitForLimit(readRefusal(outcome.text).policyName, asked, attempt);
    case 423:
      return Math.max(asked ?? 0, lockMillis, backOff(1000, attempt));
    case 477:
      return asked ?? backOff(1000, attempt);
    default:
      if (!isFailure(outcome.status) || mayHaveHappened(outcome, endpoint)) {
        return null;
      }
      return asked ?? backOff(1000, attempt);
  }
}

/** Whether HubSpot may have created something that we know nothing of. */
export function mayHaveHappened(outcome: Outcome, endpoint: Endpoint): boolean {
  if (endpoint.isRepeatable) {
    return false;
  }
  switch (outcome.kind) {
    case 'answered':
      return isFailure(outcome.status);
    case 'lost':
      return outcome.wasSent;
    case 'timedOut':
      return true;
  }
}

/**
 * What the header asks for, in milliseconds; null where it asks for nothing that can be read.
 *
 * retryAfterMillis({ 'retry-after': '7' }, now) is 7000.
 */
export function retryAfterMillis(headers: Readonly<Record<string, string>>, now: number): number | null {
  const asked = headers['retry-after']?.trim() ?? '';
  const seconds = /^\d+(\.\d+)?$/.test(asked) ? Number(asked) : Number.NaN;
  const millis = Number.isNaN(seconds) ? Date.parse(asked) - now : seconds * 1000;
  return Number.isNaN(millis) ? null : Math.max(0, Math.ceil(millis));
}

function waitForLimit(policyName: string, asked: number | null, attempt: Attempt): number | null {
  // It ends at midnight where the portal is. Whoever waits for that does so elsewhere.
  if (policyName === 'DAILY') {
    return null;
  }
  if (asked !== null) {
    return asked;
  }
  switch (policyName) {
    case 'TEN_SECONDLY_ROLLING':
      return backOff(4000, attempt);
    case 'SECONDLY':
      return 1000 + Math.floor(250 * attempt.chance);
    default:
      return backOff(1000, attempt);
  }
}

function isFailure(status: number): boolean {
  return status >= 500 || status === 408;
}

/** Doubles from try to try, up to ten seconds; the last half of it is left to chance. */
function backOff(firstMillis: number, { number, chance }: Attempt): number {
  const most = Math.min(firstMillis * 2 ** (number - 1), longestWaitMillis);
  return Math.ceil(most / 2 + (most / 2) * chance);
}
