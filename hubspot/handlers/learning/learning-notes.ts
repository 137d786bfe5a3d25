import type { LearningNote } from './learning-forms.ts';

/** More than this is for the command line, which keeps a history in files and not in memory. */
export const mostLeads = 50_000;

export function tooManyLeads(count: number): LearningNote {
  return {
    code: 'HSL001',
    found: `The portal has ${count} contacts; here at most ${mostLeads} are read.`,
    next: 'Export contacts and deals and learn on the command line: npm start -- train --leads FILE --map MAPPING.',
  };
}

export const dealsNotReadable: LearningNote = {
  code: 'HSL002',
  found: 'The app may not read deals, so nobody who was won or lost by a deal counts.',
  next: 'Grant the scope crm.objects.deals.read by connecting the app anew, or have the other CRM fill sbx_outcome.',
};

export const nothingPublished: LearningNote = {
  code: 'HSL003',
  found: 'No rules are published, so there is nothing beside which anything could be learned.',
  next: 'Publish a first revision, then start again.',
};

export const stoppedByFailures: LearningNote = {
  code: 'HSL004',
  found: 'Reading or learning failed again and again and was given up.',
  next: 'Look at the alerts and at the log of the server, then start again.',
};

export const rulesNotHeld: LearningNote = {
  code: 'HSL005',
  found: 'The portal does not hold the revision any more beside which this was begun.',
  next: 'Reload the page and start again.',
};

export const brokenHere: LearningNote = {
  code: 'HSL007',
  found: 'Learning broke off in this page, which should not happen. Nothing was changed.',
  next: 'Reload the page and start again; if it happens again, learn on the command line from files.',
};

/** What a result has to say of how it was read. */
export function notesOf(reading: { readonly areDealsRead: boolean }): LearningNote[] {
  return reading.areDealsRead ? [] : [dealsNotReadable];
}
