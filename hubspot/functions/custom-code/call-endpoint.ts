import { createHmac } from 'node:crypto';

/** Put in when the file is built. */
declare const SIGNALBOX_ENDPOINT_URL: string;

/** What HubSpot hands to a custom code step. */
type StepEvent = {
  readonly callbackId?: string;
  readonly object?: { readonly objectId?: number | string };
};

type StepAnswer = { readonly outputFields: Readonly<Record<string, string>> };

type ToldContact = { readonly state: string; readonly values: Readonly<Record<string, string>> };

/** HubSpot stops a step after 20 seconds. */
const mostMillis = 17_000;
const waitMillis = 1_500;

/**
 * Asks the app's public endpoint to decide the contact that is enrolled, and gives its values to the steps that follow. Each try is
 * signed anew; all of them are one call, so that it is decided once.
 */
export async function main(event: StepEvent, callback: (answer: StepAnswer) => void): Promise<void> {
  const until = Date.now() + mostMillis;
  const payload = JSON.stringify({
    contactIds: [String(event.object?.objectId ?? '')],
    reason: 'asked',
    call: event.callbackId ?? null,
    from: 'customCode',
  });
  let told: ToldContact | null = null;
  let problem = 'The endpoint did not answer in time.';
  while (told === null && Date.now() < until) {
    const answer = await ask(payload, until - Date.now());
    if (answer.contact !== null && answer.contact.state !== 'waiting') {
      told = answer.contact;
    } else {
      problem = answer.problem;
      await new Promise((resolve) => setTimeout(resolve, waitMillis));
    }
  }
  if (told === null) {
    // The step fails, and HubSpot tries it again later: the contact is claimed and decided by then.
    throw new Error(problem);
  }
  callback({ outputFields: told.values });
}

async function ask(
  payload: string,
  millis: number,
): Promise<{ readonly contact: ToldContact | null; readonly problem: string }> {
  const timestamp = String(Date.now());
  const key = process.env['SIGNALBOX_ENDPOINT_KEY'] ?? '';
  const signature = createHmac('sha256', key).update(`${timestamp}.${payload}`).digest('hex');
  try {
    const response = await fetch(SIGNALBOX_ENDPOINT_URL, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ payload, timestamp, signature }),
      signal: AbortSignal.timeout(Math.max(1, millis)),
    });
    const body = (await response.json()) as { contacts?: ToldContact[]; code?: string; message?: string };
    return {
      contact: body.contacts?.[0] ?? null,
      problem: `${body.code ?? ''} ${body.message ?? 'It is not decided yet.'}`.trim(),
    };
  } catch {
    return { contact: null, problem: 'The endpoint could not be reached.' };
  }
}
