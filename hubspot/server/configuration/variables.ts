import * as z from 'zod';

/** Hosts that a browser and HubSpot's tools treat as this very machine, so that nothing crosses a network unencrypted. */
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

const missing = 'is missing';

/** A setting that must be given. */
const given = z.string({ error: missing });

const origin = given.transform((text, context) => {
  const url = URL.parse(text);
  if (url === null) return refuse(context, 'is no URL');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopbackHosts.has(url.hostname))) {
    return refuse(context, 'is not https');
  }
  if (url.username !== '' || url.password !== '') return refuse(context, 'holds a name or a password');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return refuse(context, 'holds more than an origin');
  return url.origin;
});

/** The refusal of a value within a transform. */
function refuse(context: z.RefinementCtx, cause: string): never {
  context.addIssue({ code: 'custom', message: cause });
  return z.NEVER;
}

function wholeNumber(least: number, most: number) {
  const cause = `is no whole number from ${String(least)} to ${String(most)}`;
  return given
    .regex(/^\d{1,15}$/, cause)
    .transform(Number)
    .refine((amount) => amount >= least && amount <= most, cause);
}

const bytesOfKey = 32;

const tokenKeys = given.transform((text, context) => {
  const keys = text.split(',').map((each) => Buffer.from(each.trim(), 'base64'));
  const isWhole = keys.every((key, position) => {
    // Buffer reads what is no base64 as less, so the text is written again and compared.
    const written = text.split(',')[position]!.trim().replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
    return key.length === bytesOfKey && key.toString('base64').replace(/=+$/, '') === written;
  });
  if (!isWhole) return refuse(context, 'is not one or more keys of 32 bytes in base64 with commas between them');
  if (new Set(keys.map((key) => key.toString('hex'))).size < keys.length) return refuse(context, 'holds a key twice');
  return keys;
});

const databaseUrl = given.refine(
  (text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''),
  'is no URL that begins with postgres://',
);

const token = given
  .min(16, 'has less than 16 characters')
  .regex(/^[\x21-\x7e]+$/, 'holds a blank or a sign beyond ASCII');

/** Each variable and what may stand in it. Those with a default do no harm by it. */
export const variablesSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8080),
  PUBLIC_URL: origin,
  HUBSPOT_CLIENT_ID: given.regex(/^[\x21-\x7e]+$/, 'holds a blank or a sign beyond ASCII'),
  HUBSPOT_CLIENT_SECRET: token,
  HUBSPOT_APP_ID: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  HUBSPOT_API_URL: origin.default('https://api.hubapi.com'),
  HUBSPOT_APP_URL: origin.default('https://app.hubspot.com'),
  TOKEN_KEY: tokenKeys,
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('data'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'is none of debug, info, warn, error' })
    .default('info'),
  METRICS_TOKEN: token.optional(),
  REQUEST_SECONDS: wholeNumber(1, 120).default(10),
  STOP_SECONDS: wholeNumber(1, 300).default(25),
});

export type VariableName = keyof z.infer<typeof variablesSchema>;

const appPage = "copy it from the app's page Auth in the developer account";

/** What to do about each, in the words of whoever sets it. */
export const nextSteps: Readonly<Record<VariableName, string>> = {
  HOST: 'name the address to listen at, such as 0.0.0.0',
  PORT: 'name the port to listen at, such as 8080',
  PUBLIC_URL: 'give the origin that HubSpot calls, such as https://signalbox.example.com, without a path',
  HUBSPOT_CLIENT_ID: appPage,
  HUBSPOT_CLIENT_SECRET: appPage,
  HUBSPOT_APP_ID: "copy it from the address of the app's page in the developer account",
  HUBSPOT_API_URL: 'leave it away, or give the origin of a stand-in',
  HUBSPOT_APP_URL: 'leave it away, or give the origin of a stand-in',
  TOKEN_KEY:
    'make a key by `openssl rand -base64 32` and keep it where secrets are kept; a new one goes before the old ones',
  DATABASE_URL: 'give postgres://user:password@host/database, or leave it away for the embedded database',
  DATA_DIR: 'name a folder that only this server writes in',
  LOG_LEVEL: 'leave it away, or choose one of them',
  METRICS_TOKEN: 'leave it away, or make one by `openssl rand -hex 24`',
  REQUEST_SECONDS: 'leave it away, or give the seconds within which a request must have arrived',
  STOP_SECONDS: 'leave it away, or give the seconds that running requests and jobs may take when the server stops',
};
