import type { Channel } from '../../../core/src/decide/model/submission.ts';
import { RandomStream } from '../../../core/sample/random.ts';
import { writeMessage } from './messages.ts';
import { countries, industries, leadSources } from './vocabulary.ts';

/** What one visitor typed, before any edge has seen it. Null is an empty box. */
export type LeadDraft = {
  submissionKey: string;
  receivedAt: number;
  channel: Channel;
  leadSource: string | null;
  campaign: string | null;
  entryPage: string | null;
  lastPage: string | null;
  firstName: string;
  lastName: string;
  email: string;
  domain: string;
  phone: string | null;
  company: string | null;
  jobTitle: string | null;
  website: string | null;
  country: string | null;
  city: string | null;
  industry: string | null;
  employees: number | null;
  annualRevenue: number | null;
  language: string | null;
  currentTool: string | null;
  timeline: string | null;
  budget: string | null;
  teamSize: number | null;
  optedOut: boolean;
  subject: string | null;
  message: string;
};

/** Monday, 2 March 2026. */
export const firstArrival = Date.UTC(2026, 2, 2);

// prettier-ignore
const channels = [['webForm', 45], ['demoRequest', 18], ['contactEmail', 15], ['chat', 10], ['interactiveDemo', 8], ['linkedIn', 4]] as const;
// prettier-ignore
const firstNames = ['Ana', 'Ben', 'Chloé', 'David', 'Elif', 'Femi', 'Greta', 'Hiro', 'Inès', 'Jürgen', 'Kasia', 'Liam', 'Mireille', 'Nuno', 'Olga', 'Priya'];
// prettier-ignore
const lastNames = ['Ruiz', 'Calloway', 'Dubois', 'Evans', 'Farkas', 'Grünwald', 'Hansen', 'Ito', 'Janssen', 'Kowalski', 'Lopes', 'Müller', 'Novak', 'Okafor', 'Patel', 'Quist'];
// prettier-ignore
const companyStems = ['Arden', 'Bexwold', 'Corvane', 'Dalmere', 'Eastfell', 'Farrow', 'Glenhurst', 'Harbin', 'Ilvane', 'Kaltwasser', 'Lindholm', 'Montalvao'];
// prettier-ignore
const companyKinds = ['Logistics GmbH', 'Freight Ltd', 'Foods Inc.', 'Energy AG', 'Health S.A.', 'Retail Group', 'Services LLC', 'Software BV'];
// prettier-ignore
const titles = ['Head of Operations', 'Managing Director', 'Workforce Planner', 'IT Manager', 'Procurement Specialist', 'COO', 'Disponent', 'VP Field Services', 'HR Business Partner'];
const timelines = ['immediately', 'this quarter', 'within 3 months', 'next year', 'just exploring'];

/**
 * One lead by its position: the same in a run of any length, so that a million need not be held. One in twenty is a
 * person who wrote before.
 */
export function draftLead(position: number, leadsPerDay: number): LeadDraft {
  const draw = new RandomStream(`bench/lead/${position}`);
  const person = draw.chance(5) ? draw.between(0, position) : position;
  return {
    submissionKey: `B-${position + 1}`,
    receivedAt: firstArrival + Math.floor((position * 86_400_000) / leadsPerDay),
    channel: draw.weighted(channels),
    leadSource: unless(10, draw.weighted(leadSources), draw),
    campaign: unless(60, 'spring-planning', draw),
    entryPage: unless(30, draw.pick(['/pricing', '/demo', '/blog/roster-templates', '/compare/opsgrid']), draw),
    lastPage: unless(40, draw.pick(['/contact', '/demo', '/customers/water-utility']), draw),
    ...draftPerson(person),
    ...draftCompany(draw),
    language: unless(60, draw.pick(['en', 'de', 'fr_FR', 'en-GB']), draw),
    currentTool: unless(60, draw.pick(['Excel', 'Rotaplan', 'OpsGrid', 'SAP']), draw),
    timeline: unless(50, draw.pick(timelines), draw),
    budget: unless(80, draw.pick(['approved', 'planned', 'none yet', 'EUR 40k']), draw),
    teamSize: unless(60, draw.between(3, 400), draw),
    optedOut: draw.chance(2),
    subject: unless(70, draw.pick(['Question about pricing', 'Demo', 'Shift planning for 3 sites']), draw),
    message: writeMessage(draw),
  };
}

type Person = 'firstName' | 'lastName' | 'email' | 'domain' | 'phone' | 'company' | 'jobTitle' | 'website';

function draftPerson(person: number): Pick<LeadDraft, Person> {
  const draw = new RandomStream(`bench/person/${person}`);
  const firstName = draw.pick(firstNames);
  const lastName = draw.pick(lastNames);
  const stem = draw.pick(companyStems);
  const domain = draw.chance(12) ? 'gmail.com' : `${stem.toLowerCase()}-${draw.between(1, 400)}.example`;
  const address = `${plain(firstName)}.${plain(lastName)}${person}@${domain}`;
  return {
    firstName,
    lastName,
    email: draw.chance(20) ? ` ${address.toUpperCase()} ` : address,
    domain,
    phone: unless(65, `+49 30 55${draw.between(10_000, 99_999)}`, draw),
    company: unless(12, `${stem} ${draw.pick(companyKinds)}`, draw),
    jobTitle: unless(30, draw.pick(titles), draw),
    website: unless(70, `https://www.${domain}/`, draw),
  };
}

type Company = 'country' | 'city' | 'industry' | 'employees' | 'annualRevenue';

function draftCompany(draw: RandomStream): Pick<LeadDraft, Company> {
  // prettier-ignore
  const employees = draw.weighted([[draw.between(1, 20), 30], [draw.between(21, 300), 40], [draw.between(301, 8_000), 30]]);
  return {
    country: unless(15, draw.weighted(countries).toUpperCase(), draw),
    city: unless(50, draw.pick(['Köln', 'Lyon', 'Leeds', 'Austin', 'Porto', 'Graz']), draw),
    industry: unless(25, capital(draw.weighted(industries)), draw),
    employees: unless(20, employees, draw),
    annualRevenue: unless(55, employees * draw.between(50_000, 200_000), draw),
  };
}

function unless<Value>(missingPercent: number, value: Value, draw: RandomStream): Value | null {
  return draw.chance(missingPercent) ? null : value;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** plain("Chloé") → "chloe" */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();
}
