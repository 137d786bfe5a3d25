export const signals = [
  'pricingPageView',
  'demoRequested',
  'contentDownload',
  'webinarAttended',
  'emailOpened',
  'emailClicked',
  'emailBounced',
  'unsubscribed',
  'caseStudyView',
  'docsView',
  'careersPageView',
  'trialStarted',
  'productActiveDay',
  'productKeyFeatureUsed',
  'seatInvited',
  'meetingBooked',
  'chatStarted',
  'competitorComparisonView',
] as const;

export type Signal = (typeof signals)[number];

export type EngagementEvent = { readonly signal: Signal; readonly at: number; readonly count: number };
