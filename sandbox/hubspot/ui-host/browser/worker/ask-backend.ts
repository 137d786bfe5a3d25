import { askPort } from './call-page.ts';
import { messageOf } from './ask-crm.ts';

type FetchOptions = {
  method?: string;
  timeout?: number;
  body?: unknown;
  headers?: Headers | Record<string, string>;
};
type ServerlessOptions = { propertiesToSend?: string[]; parameters?: unknown; payload?: unknown };

/** Statuses whose answer has no body by definition: a Response refuses one. */
const withoutBody = new Set([101, 204, 205, 304]);

/** `hubspot.fetch`. */
export async function fetchFromBackend(address: string | URL, options: FetchOptions = {}): Promise<Response> {
  const answer = (await askPort('fetch', {
    url: String(address),
    method: options.method,
    timeout: options.timeout,
    headers: Object.fromEntries(new Headers(options.headers ?? {}).entries()),
    body: options.body,
  })) as { status: number; headers: Record<string, string>; text: string };
  const { status, headers, text } = answer;
  return new Response(withoutBody.has(status) ? null : text, { status, headers });
}

/** `hubspot.serverless`. */
export function runServerless(name: string, options: ServerlessOptions = {}): Promise<unknown> {
  const { propertiesToSend, parameters } = options;
  return askPort('serverless', { name, propertiesToSend, parameters });
}

/** `runServerlessFunction`, which the package calls deprecated: tells of failure in its result. */
export async function runServerlessFunction(given: { name: string } & ServerlessOptions): Promise<object> {
  try {
    return { status: 'SUCCESS', response: await runServerless(given.name, given) };
  } catch (error) {
    return { status: 'ERROR', message: messageOf(error) };
  }
}
