import { dayLength, hourLength, minuteLength, sampleEnd } from './calendar.ts';
import type { LeadKind } from './kinds.ts';
import type { LeadDraft } from './lead.ts';
import type { Weights } from './prospects.ts';
import type { RandomStream } from './random.ts';
import type { EngagementEvent, Signal } from './signals.ts';

const warm: Weights<Signal> = [
  ['pricingPageView', 24],
  ['emailOpened', 17],
  ['contentDownload', 13],
  ['caseStudyView', 13],
  ['docsView', 9],
  ['emailClicked', 8],
  ['competitorComparisonView', 8],
  ['webinarAttended', 6],
  ['chatStarted', 2],
];
const cold: Weights<Signal> = [
  ['emailOpened', 45],
  ['contentDownload', 25],
  ['webinarAttended', 12],
  ['emailClicked', 10],
  ['emailBounced', 4],
  ['unsubscribed', 4],
];
const usage: Weights<Signal> = [
  ['productActiveDay', 46],
  ['productKeyFeatureUsed', 20],
  ['docsView', 14],
  ['emailOpened', 10],
  ['seatInvited', 6],
  ['pricingPageView', 4],
];

const mixes: Partial<Record<LeadKind, Weights<Signal>>> = {
  'fit-without-interest': [
    ['contentDownload', 50],
    ['emailOpened', 35],
    ['webinarAttended', 10],
    ['unsubscribed', 5],
  ],
  'active-without-fit': [
    ['pricingPageView', 16],
    ['docsView', 18],
    ['webinarAttended', 12],
    ['contentDownload', 18],
    ['emailClicked', 12],
    ['productActiveDay', 14],
    ['caseStudyView', 10],
  ],
  'customer-support': usage,
  'customer-expansion': [
    ['productActiveDay', 36],
    ['productKeyFeatureUsed', 20],
    ['seatInvited', 12],
    ['pricingPageView', 14],
    ['docsView', 8],
    ['caseStudyView', 4],
    ['emailClicked', 6],
  ],
  'partner-or-reseller': [
    ['docsView', 35],
    ['caseStudyView', 25],
    ['pricingPageView', 20],
    ['contentDownload', 20],
  ],
  press: [
    ['caseStudyView', 50],
    ['careersPageView', 20],
    ['contentDownload', 30],
  ],
  recruiting: [
    ['careersPageView', 80],
    ['emailOpened', 10],
    ['caseStudyView', 10],
  ],
  'vendor-pitch': [
    ['careersPageView', 60],
    ['pricingPageView', 20],
    ['caseStudyView', 20],
  ],
  'student-or-researcher': [
    ['docsView', 40],
    ['contentDownload', 40],
    ['webinarAttended', 12],
    ['careersPageView', 8],
  ],
  competitor: [
    ['competitorComparisonView', 34],
    ['pricingPageView', 28],
    ['docsView', 26],
    ['webinarAttended', 12],
  ],
  'list-import': cold,
  'opted-out': [
    ['unsubscribed', 26],
    ['emailOpened', 40],
    ['contentDownload', 34],
  ],
  'integration-record': [
    ['productActiveDay', 40],
    ['docsView', 20],
    ['productKeyFeatureUsed', 16],
    ['emailOpened', 24],
  ],
  'free-mail-without-company': [
    ['pricingPageView', 40],
    ['contentDownload', 30],
    ['emailOpened', 30],
  ],
};

const repeated: Partial<Record<Signal, number>> = {
  pricingPageView: 3,
  emailOpened: 5,
  docsView: 7,
  careersPageView: 4,
  productKeyFeatureUsed: 12,
  caseStudyView: 2,
  competitorComparisonView: 2,
  seatInvited: 6,
  emailClicked: 2,
};

/** How many days before the enquiry an event happened: most in the last two weeks, a few long before. */
const leadTimes = [0, 0, 0, 1, 1, 2, 3, 4, 6, 8, 11, 15, 21, 34, 60, 118];

/** What the person did up to the moment the lead came in. */
export function eventsBefore(random: RandomStream, draft: LeadDraft): EngagementEvent[] {
  const mix = mixes[draft.kind] ?? warm;
  const amount = Math.floor(
    (draft.interest * (draft.kind === 'active-without-fit' ? 28 : 10)) / 100 + random.between(0, 10) / 10,
  );
  const events: EngagementEvent[] = [];
  const add = (signal: Signal, at: number): void => {
    events.push({ signal, at, count: random.chance(55) ? 1 : random.between(1, repeated[signal] ?? 1) });
  };
  for (let index = 0; index < amount; index += 1) {
    add(
      random.weighted(mix),
      draft.created - random.quantile(leadTimes) * dayLength - random.between(2, 1400) * minuteLength,
    );
  }
  const channel = draft.row.Channel.trim().toLowerCase().replace(/\s+/g, ' ');
  if (channel === 'demo request') add('demoRequested', draft.created);
  if (channel === 'chat' || channel === 'interactive demo')
    add('chatStarted', draft.created - random.between(1, 9) * minuteLength);
  const mayTry = mix === warm || draft.kind === 'active-without-fit' || draft.kind === 'integration-record';
  if (mayTry && draft.interest > 40 && random.chance(draft.interest > 75 ? 42 : 22)) addTrial(random, draft, add);
  return events;
}

function addTrial(random: RandomStream, draft: LeadDraft, add: (signal: Signal, at: number) => void): void {
  const days = random.between(1, 13);
  const start = draft.created - days * dayLength - random.between(1, 9) * hourLength;
  add('trialStarted', start);
  for (let day = 0; day < days; day += 1) {
    if (random.chance(48)) add('productActiveDay', start + day * dayLength + random.between(10, 500) * minuteLength);
    if (random.chance(18))
      add('productKeyFeatureUsed', start + day * dayLength + random.between(10, 500) * minuteLength);
  }
  if (random.chance(45))
    add('seatInvited', start + random.between(0, days) * dayLength - random.between(1, 50) * minuteLength + hourLength);
}

/** Mails, pages and meetings after the lead came in; a model that scores an arrival must not see them. */
export function eventsAfter(
  random: RandomStream,
  draft: LeadDraft,
  qualifiedAt: number | undefined,
): EngagementEvent[] {
  const events: EngagementEvent[] = [];
  if (qualifiedAt !== undefined && random.chance(62))
    events.push({ signal: 'meetingBooked', at: qualifiedAt + random.between(5, 2800) * minuteLength, count: 1 });
  const amount = random.between(0, Math.floor(draft.interest / 30));
  for (let index = 0; index < amount; index += 1) {
    const signal = random.weighted<Signal>([
      ['emailOpened', 56],
      ['emailClicked', 16],
      ['pricingPageView', 10],
      ['caseStudyView', 8],
      ['emailBounced', 4],
      ['unsubscribed', 4],
      ['competitorComparisonView', 2],
    ]);
    events.push({
      signal,
      at: draft.created + random.between(60, 30000) * minuteLength,
      count: random.between(1, signal === 'emailOpened' ? 4 : 1),
    });
  }
  return events.filter((event) => event.at < sampleEnd);
}
