import { request, type IncomingHttpHeaders } from 'node:http';

export type Sent = {
  readonly method: string;
  /** Path and query as they are sent, letter by letter. */
  readonly path: string;
  /** A list sends a header more than once. */
  readonly headers?: { readonly [name: string]: string | string[] };
  readonly body?: string | Buffer;
};

export type Answered = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The answer read as JSON. */
  readonly json: { readonly [key: string]: unknown };
};

/** Sends a request over a connection of its own, without following or repairing anything. */
export function send(port: number, { method, path, headers = {}, body }: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sending = request({ port, method, path, agent: false, headers: { ...length, ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const isJson = (answer.headers['content-type'] ?? '').startsWith('application/json');
        const json = (isJson ? JSON.parse(text) : {}) as Answered['json'];
        resolve({ status: answer.statusCode!, headers: answer.headers, text, json });
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
