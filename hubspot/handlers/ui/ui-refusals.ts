import type { UiAnswer } from './ui-answer.ts';

/** What a caller is told when a call is not done. */
export type UiRefusal = {
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
  readonly problems?: readonly {
    readonly code: string;
    readonly about: string;
    readonly found: string;
    readonly next: string;
  }[];
  readonly retryAfterSeconds?: number;
};

export const uiRefusals = {
  recordNotFound: {
    status: 404,
    code: 'HSW017',
    message: 'This portal has no such record.',
    nextStep: 'Reload the page; the record may have been deleted or merged.',
  },
  notAllowed: {
    status: 403,
    code: 'HSW019',
    message: 'You may not do this. Nothing was done.',
    nextStep: 'Ask somebody who may give rights in the settings of Signalbox.',
  },
  refusedByRules: {
    status: 422,
    code: 'HSW020',
    message: 'The draft has problems. Nothing was published; the live revision is the one before.',
    nextStep: 'Mend what is listed and publish again.',
  },
  changedMeanwhile: {
    status: 409,
    code: 'HSW021',
    message: 'Somebody changed the rules since you looked at them. Nothing was saved or published.',
    nextStep: 'Reload, look at the difference and do it again.',
  },
  busy: {
    status: 503,
    code: 'HSW024',
    message: 'Signalbox cannot answer this just now. Nothing was done.',
    nextStep: 'Try again in a moment. What was decided before stands on the record.',
    retryAfterSeconds: 5,
  },
  signInNeeded: {
    status: 401,
    code: 'HSW030',
    message: 'HubSpot has not confirmed who you are, or too long ago. Nothing was done.',
    nextStep: 'Sign in on the settings page of Signalbox.',
  },
} as const;

export type UiRefusalName = keyof typeof uiRefusals;

/** Which refusal tells an answer that came to nothing. */
export function refusalNameOf(answer: Exclude<UiAnswer<unknown>, { state: 'answered' }>): UiRefusalName {
  switch (answer.state) {
    case 'notFound':
      return 'recordNotFound';
    case 'notAllowed':
      return 'notAllowed';
    case 'signInNeeded':
      return 'signInNeeded';
    case 'refused':
      return 'refusedByRules';
    case 'changedMeanwhile':
      return 'changedMeanwhile';
    case 'unavailable':
      return 'busy';
  }
}

/** A refusal without what belongs to HTTP. */
export function refusalOf(answer: Exclude<UiAnswer<unknown>, { state: 'answered' }>): UiRefusal {
  const { code, message, nextStep } = uiRefusals[refusalNameOf(answer)];
  return {
    code,
    message,
    nextStep,
    ...(answer.state === 'refused' ? { problems: answer.problems } : {}),
    ...(answer.state === 'unavailable' ? { retryAfterSeconds: answer.retryAfterSeconds } : {}),
  };
}
