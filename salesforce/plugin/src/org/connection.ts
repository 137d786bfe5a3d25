/** What the plugin needs of a connection to an org: jsforce's own has it. */
export type Connection = {
  readonly version: string;
  /** What carries requests. A request can be given another one, which is how the headers of an answer are seen. */
  readonly _transport: Transport;
  request<T>(
    request: {
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      url: string;
      body?: string;
      headers?: Record<string, string>;
    },
    options?: { transport?: Transport; responseType?: string },
  ): PromiseLike<T>;
};

/** Answers a request as it came: the connection adds the session before and reads the body behind. */
export type Transport = {
  httpRequest(request: never, options?: never): PromiseLike<{ readonly headers?: Record<string, unknown> }>;
};
