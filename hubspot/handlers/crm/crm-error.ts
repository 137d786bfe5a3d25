/** What kind of failure it was, which says what can be done about it. */
export type CrmFailure =
  /** Too many calls. Waits were tried; `retryAfterMillis` says when it may be better. */
  | 'limited'
  /** HubSpot failed or did not answer. Whether a write was done is unknown. */
  | 'unavailable'
  /** The token is no longer good: the app was uninstalled, or must be installed anew. */
  | 'unauthorized'
  /** A scope, a plan or a product is missing. */
  | 'forbidden'
  | 'notFound'
  /** Something exists already. */
  | 'conflict'
  /** HubSpot refused what was sent. */
  | 'refused'
  /** HubSpot answered something that we do not understand. */
  | 'unreadable';

/** A call to the portal that did not come to what was asked. */
export class CrmError extends Error {
  readonly code: string;
  readonly failure: CrmFailure;
  readonly status: number | null;
  /** HubSpot's category, such as MISSING_SCOPES; empty when it gave none. */
  readonly category: string;
  readonly retryAfterMillis: number | null;
  /** HubSpot's id of the call, which its support asks for. */
  readonly correlationId: string | null;
  /** Something may have been created: look for it before it is created again. */
  readonly isOutcomeUnknown: boolean;

  constructor(
    failure: CrmFailure,
    message: string,
    details: {
      readonly status?: number | null;
      readonly category?: string;
      readonly retryAfterMillis?: number | null;
      readonly correlationId?: string | null;
      readonly isOutcomeUnknown?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'CrmError';
    this.code = codes[failure];
    this.failure = failure;
    this.status = details.status ?? null;
    this.category = details.category ?? '';
    this.retryAfterMillis = details.retryAfterMillis ?? null;
    this.correlationId = details.correlationId ?? null;
    this.isOutcomeUnknown = details.isOutcomeUnknown ?? false;
  }

  /** Whether the same call may succeed later without anybody doing anything. */
  get isTransient(): boolean {
    return this.failure === 'limited' || this.failure === 'unavailable';
  }
}

const codes: Readonly<Record<CrmFailure, string>> = {
  limited: 'HSC001',
  unavailable: 'HSC002',
  unauthorized: 'HSC003',
  forbidden: 'HSC004',
  notFound: 'HSC005',
  conflict: 'HSC006',
  refused: 'HSC007',
  unreadable: 'HSC008',
};
