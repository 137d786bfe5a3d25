import type { FailureReason } from './thread-messages.ts';

/** What came of code that was executed. */
export type FunctionOutcome =
  | { readonly state: 'returned'; readonly value: unknown }
  | {
      readonly state: 'failed';
      readonly reason: FailureReason;
      readonly exception: string;
      /** The HTTP status that the thrown error carries; null for none. */
      readonly status: number | null;
    }
  /** The account has used up its execution time of this minute: it was not executed. */
  | { readonly state: 'limited' };

/** An execution, as HubSpot's log shows it. */
export type FunctionRun = {
  readonly at: number;
  readonly portalId: number;
  /** Null for the code of a workflow. */
  readonly appId: number | null;
  /** The uid of a function, or the name of a workflow's step. */
  readonly name: string;
  readonly calledBy: 'userInterface' | 'endpoint' | 'workflow';
  readonly state: FunctionOutcome['state'];
  /** What was thrown; null where it returned. */
  readonly exception: string | null;
  readonly tookMillis: number;
  /** What it wrote to the console, as much as is kept. */
  readonly log: string;
};
