/** What the plugin needs of a connection to an org: jsforce's own has it. */
export type Connection = {
  readonly version: string;
  request<T>(request: {
    method: 'GET' | 'POST' | 'PUT';
    url: string;
    body?: string;
    headers?: Record<string, string>;
  }): PromiseLike<T>;
};
