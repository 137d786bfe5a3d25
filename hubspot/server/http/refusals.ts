import { uiRefusals } from '../../handlers/ui/ui-refusals.ts';

/** What a caller is told when a request is not done. */
export type Refusal = {
  readonly status: number;
  /** Stable; docs/codes.md lists all. */
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
  readonly retryAfterSeconds?: number;
};

const sign = 'Sign the call with the client secret of the app, over the public URL of this server.';

/** Every reason for which a request is not done. None of them repeats what was sent. */
export const refusals = {
  ...uiRefusals,
  unsigned: {
    status: 401,
    code: 'HSW001',
    message: 'The call has no signature that can be read, so it is not known to come from HubSpot. Nothing was done.',
    nextStep: sign,
  },
  outOfTime: {
    status: 401,
    code: 'HSW002',
    message: 'The call was signed more than five minutes before or after now. Nothing was done.',
    nextStep: 'Set the clocks of the sender and of this server by a time server.',
  },
  forged: {
    status: 401,
    code: 'HSW003',
    message: 'The signature does not fit the call. Nothing was done.',
    nextStep: `${sign} Nothing in between may change path, query or body.`,
  },
  malformed: {
    status: 400,
    code: 'HSW004',
    message: 'The body is not JSON in UTF-8. Nothing was done.',
    nextStep: 'Send a whole JSON text.',
  },
  tooDeep: {
    status: 400,
    code: 'HSW005',
    message: 'The body has more than 32 levels. Nothing was done.',
    nextStep: 'Send it flatter.',
  },
  forbiddenKey: {
    status: 400,
    code: 'HSW006',
    message: 'The body has a key that no request needs, such as __proto__. Nothing was done.',
    nextStep: 'Leave the key away.',
  },
  tooLarge: {
    status: 413,
    code: 'HSW007',
    message: 'The body is larger than one megabyte. Nothing was done.',
    nextStep: 'Send less at once.',
  },
  otherMediaType: {
    status: 415,
    code: 'HSW008',
    message: 'The body is not application/json, or it is compressed. Nothing was done.',
    nextStep: 'Send JSON as it is, with the content type application/json.',
  },
  unknownPath: {
    status: 404,
    code: 'HSW009',
    message: 'There is nothing at this path for this method.',
    nextStep: 'Check path and method; a slash at the end makes another path.',
  },
  tooSlow: {
    status: 408,
    code: 'HSW010',
    message: 'The request did not arrive whole in time. Nothing was done.',
    nextStep: 'Send it again.',
  },
  notHttp: {
    status: 400,
    code: 'HSW011',
    message: 'The request is not well-formed HTTP. Nothing was done.',
    nextStep: 'Send it again as HTTP/1.1.',
  },
  headTooLarge: {
    status: 431,
    code: 'HSW012',
    message: 'The head of the request is too large. Nothing was done.',
    nextStep: 'Send fewer or shorter headers.',
  },
  notStored: {
    status: 503,
    code: 'HSW013',
    message: 'The events could not be stored. HubSpot keeps them and sends them again.',
    nextStep: 'Nothing: if it lasts for more than a few minutes, look at /health/ready.',
    retryAfterSeconds: 5,
  },
  notEvents: {
    status: 400,
    code: 'HSW014',
    message: 'The body is not a list of events. Nothing was done.',
    nextStep: 'Send what HubSpot documents for webhooks.',
  },
  otherApp: {
    status: 403,
    code: 'HSW015',
    message: 'The call is signed for another app or names none. Nothing was done.',
    nextStep: 'Set HUBSPOT_APP_ID to the app whose client secret this server has.',
  },
  notInstalled: {
    status: 403,
    code: 'HSW016',
    message: 'Signalbox is not installed in this portal. Nothing was done.',
    nextStep: 'Install Signalbox from the marketplace, or connect it again in the connected apps of HubSpot.',
  },
  doneBefore: {
    status: 409,
    code: 'HSW018',
    message: 'The very same call was carried out before. It was not done twice.',
    nextStep: 'Reload the page to see what it led to.',
  },
  unreadableCall: {
    status: 400,
    code: 'HSW022',
    message: 'The call does not have the form that is expected here. Nothing was done.',
    nextStep: 'Send what is listed under problems in its documented form.',
  },
  unknownAction: {
    status: 404,
    code: 'HSW023',
    message: 'There is no such workflow action.',
    nextStep: 'Update the app in the portal; its actions and this server are of different versions.',
  },
  askedTooOften: {
    status: 429,
    code: 'HSW025',
    message: 'The portal is busy. Nothing was done.',
    nextStep: 'Call again after the time in Retry-After, with the same callback id.',
    retryAfterSeconds: 10,
  },
  wrongMetricsToken: {
    status: 401,
    code: 'HSW026',
    message: 'The metrics are only for those who show the token.',
    nextStep: 'Send the header Authorization: Bearer, with the value of METRICS_TOKEN.',
  },
  unexpected: {
    status: 500,
    code: 'HSW027',
    message: 'Something went wrong that should not have. What was stored before stays.',
    nextStep: 'Try again; if it happens again, tell whoever runs Signalbox the request id.',
  },
  stopping: {
    status: 503,
    code: 'HSW028',
    message: 'This server is stopping. Nothing was done.',
    nextStep: 'Send it again; another server or the next start answers.',
    retryAfterSeconds: 2,
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalName = keyof typeof refusals;
