import type { Template } from './template.ts';

/** The same person again. */
export const duplicateMessages: readonly Template[] = [
  [
    'Did you receive my message?',
    'I wrote some days ago about {product} for {team} people and nobody came back to me. Is the form working?',
  ],
  ['', 'Second attempt, the first time the page showed an error after sending. {team} {workers}, currently {tool}.'],
  ['', 'Sent this before from another address, please use this one. Interested in {product}.'],
  ['Re: demo', 'My colleague may have contacted you as well, please treat it as one request. {company}.'],
  ['', 'Forgot to mention in my last message: we want to start {timeline}.'],
  ['', 'Adding to my earlier request: {pain} is the main reason. Any date yet for the demo?'],
  ['', 'resubmitting because I mistyped my e-mail'],
  ['', 'Same request as before, now through the proper form as your chat asked me to.'],
];
