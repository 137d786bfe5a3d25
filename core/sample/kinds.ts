/** Every kind of record an inbox of this sort receives, with how many of each the sample holds. */
export const leadKinds = {
  'enterprise-buyer': 60,
  'mid-market-buyer': 112,
  'small-business-buyer': 84,
  'named-account': 22,
  'high-value': 16,
  reactivated: 16,
  'other-language': 42,
  'free-mail-with-company': 20,
  'fit-without-interest': 12,
  'active-without-fit': 12,
  'customer-support': 32,
  'customer-expansion': 20,
  'partner-or-reseller': 16,
  'forwarded-introduction': 18,
  press: 9,
  recruiting: 16,
  'vendor-pitch': 24,
  spam: 34,
  'student-or-researcher': 14,
  competitor: 9,
  'free-mail-without-company': 12,
  'disposable-mail': 9,
  'role-address': 12,
  'vague-referral': 10,
  'empty-message': 14,
  duplicate: 28,
  'test-submission': 12,
  employee: 8,
  'list-import': 24,
  'integration-record': 12,
  'legal-threat': 5,
  complaint: 5,
  'privacy-request': 6,
  'opted-out': 12,
} as const;

export type LeadKind = keyof typeof leadKinds;

/** Kinds that are sales enquiries: the outcome of these is drawn from fit and engagement. */
export const salesKinds: ReadonlySet<LeadKind> = new Set<LeadKind>([
  'enterprise-buyer',
  'mid-market-buyer',
  'small-business-buyer',
  'named-account',
  'high-value',
  'reactivated',
  'other-language',
  'free-mail-with-company',
  'fit-without-interest',
  'active-without-fit',
  'customer-expansion',
]);

/** Kinds nobody works on, so they have no row in outcomes.csv. */
export const junkKinds: ReadonlySet<LeadKind> = new Set<LeadKind>([
  'spam',
  'test-submission',
  'employee',
  'disposable-mail',
]);
