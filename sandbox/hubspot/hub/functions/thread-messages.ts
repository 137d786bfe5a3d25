/** Code that a thread is to execute once. */
export type ThreadJob = {
  /** A function of an app, by HubSpot's own executor; or the code of a step of a workflow. */
  readonly kind: 'function' | 'workflowCode';
  /** Its uid, or the name of the step. */
  readonly name: string;
  readonly codeFile: string;
  readonly portalId: number;
  readonly timeoutMillis: number;
  /** What the executor gives a function as `context.parameters`. */
  readonly parameters: unknown;
  readonly context: JobContext;
};

/** What the code gets to know. */
export type JobContext = {
  /** Whether it is all of it, or stands beside what the executor says. */
  readonly isWhole: boolean;
  readonly content: Readonly<Record<string, unknown>>;
};

/** Why code failed: the executor's own reasons, and what ends a thread from outside. */
export type FailureReason =
  | 'TIMEOUT'
  | 'UNCAUGHT_ERROR'
  | 'INVALID_RESPONSE'
  | 'INVALID_FUNCTION'
  | 'FUNCTION_NOT_FOUND'
  | 'UNSUPPORTED_VERSION'
  | 'OUT_OF_MEMORY'
  | 'ENDED'
  | 'TOO_LARGE';

/** What a thread says of its job, in this order. */
export type ThreadMessage =
  | { readonly kind: 'begun' }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'returned'; readonly value: unknown }
  | ThreadFailure;

export type ThreadFailure = {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** What was thrown, as a text. */
  readonly exception: string;
  /** The HTTP status that the error carries, such as 429; null for none. */
  readonly status: number | null;
};
