import type { Submission } from '../../../core/src/decide/model/submission.ts';

type TextField = {
  [Field in keyof Submission]: Submission[Field] extends string | null ? Field : never;
}[keyof Submission];

/** What people really type, by field: each list has values that conditions and score cards know, and some that none knows. */
export const typedValues: Readonly<Record<Exclude<TextField, 'submissionKey' | 'channel'>, readonly string[]>> = {
  firstName: ['Ana', 'JOSÉ', 'Ruiz, Ana', 'x'],
  lastName: ['Ruiz', "O'Neil", 'von der Leyen', 'n/a'],
  email: [
    'ana.ruiz@acme-freight.de',
    'INFO@Müller.example',
    'someone@gmail.com',
    'x@mailinator.com',
    ' <mailto:bo+tag@corp.co.uk>. ',
    'no address',
    'a@b',
  ],
  phone: ['+49 30 1234567', '555', 'call me'],
  company: ['The Müller & Söhne GmbH', 'Acme, Inc.', 'test'],
  jobTitle: ['VP Vertrieb', 'Head of Sales', 'intern', 'wizard', 'vice president', 'CEO'],
  website: ['https://www.acme.example/about?x=1', 'acme.io', 'none', 'ana@acme.example'],
  country: ['Deutschland', 'US', 'u.k.', 'Atlantis', 'ch'],
  region: ['Bavaria', 'CA', 'n/a'],
  postcode: ['80331', 'SW1A 1AA'],
  city: ['München', 'Lyon'],
  industry: ['IT & Software', 'logistics', 'public sector', 'alchemy'],
  language: ['de-AT', 'en', 'x', '日本'],
  leadSource: ['Organic', 'paid search'],
  campaign: ['spring-2026', ''],
  entryPage: ['/pricing', '/'],
  lastPage: ['/demo', '/blog/2026'],
  productInterest: ['Routing', 'scoring'],
  currentTool: ['spreadsheets', 'in-house'],
  timeline: ['asap', 'this quarter', 'next year', 'just exploring'],
  budget: ['approved', 'none', '50k', 'maybe'],
  buyingGroup: ['my boss and the CFO', 'IT'],
  subject: ['Pricing', 'Re: invoice', 'Job application'],
  message: [
    'we need a quote for 40 seats, our contract ends in March',
    'I forgot my password and the export fails with an error',
    'hello',
    'We are a partner agency and would like to become a reseller.',
    'unsubscribe me and delete my personal data, my lawyer will write',
    'Wir möchten gerne eine Demo buchen, dringend!',
  ],
};

export const amounts = [0, 1, 2, 9, 10, 49, 50, 99, 100, 199, 200, 999, 1_000, 4_999, 5_000, 100_000, 500_000];
export const strangeAmounts = [-1, 1_000_000_000_000, 1_000_000_000_001, -999_999_999_999_999, 2_147_483_648];
