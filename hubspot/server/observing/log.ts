/**
 * What may stand in a line of the log beside its message: ids, codes and counts. Anything else is left out, so that no
 * person's data gets there by accident.
 */
export type LogFields = {
  readonly requestId?: string;
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly millis?: number;
  readonly portalId?: number;
  readonly portalIds?: readonly number[];
  readonly contactId?: string;
  readonly decisionId?: string;
  readonly callbackId?: string;
  readonly correlationId?: string;
  readonly code?: string;
  readonly codes?: readonly string[];
  readonly reason?: string;
  readonly action?: string;
  readonly kind?: string;
  readonly state?: string;
  readonly job?: string;
  readonly queue?: string;
  readonly hash?: string;
  readonly number?: number;
  readonly attempt?: number;
  readonly count?: number;
  readonly stored?: number;
  readonly repeated?: number;
  readonly ignored?: number;
  readonly unreadable?: number;
  readonly port?: number;
  readonly form?: string;
  readonly version?: string;
  /** Its name, code, message and stack are kept, masked. */
  readonly error?: unknown;
};

/** Where lines go. Messages are masked; a token or an address in them is a fault all the same. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}
