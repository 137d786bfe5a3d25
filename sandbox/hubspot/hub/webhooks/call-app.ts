/** What came of a call to an app. */
export type AppAnswer = Answered | { readonly kind: 'timedOut' | 'unreachable' };

type Answered = {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
};

export type AppCall = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for none. */
  readonly body: string;
  readonly timeoutMillis: number;
};

/** Calls an app's backend. Redirects are not followed: they count as answers that are no success. */
export async function callApp({ url, method, headers, body, timeoutMillis }: AppCall): Promise<AppAnswer> {
  const signal = AbortSignal.timeout(timeoutMillis);
  try {
    const response = await fetch(url, {
      method,
      headers: { 'User-Agent': 'HubSpot Connect 2.0 (stand-in)', ...headers },
      redirect: 'manual',
      signal,
      ...(body !== '' && { body }),
    });
    return { kind: 'answered', status: response.status, headers: response.headers, body: await response.text() };
  } catch {
    return { kind: signal.aborted ? 'timedOut' : 'unreachable' };
  }
}

export function isSuccess(answer: AppAnswer): answer is Answered {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}
