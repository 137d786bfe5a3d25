import { RandomStream } from '../../../core/sample/random.ts';
import { writeMessage } from './messages.ts';
import { countries, industries, leadSources } from './vocabulary.ts';

/** The columns of a usual export; the runner knows them by these names. */
// prettier-ignore
export const headers = [
  'Lead ID', 'Created', 'Channel', 'Lead Source', 'Campaign', 'Entry Page', 'Last Page', 'First Name', 'Last Name', 'Email',
  'Phone', 'Company', 'Title', 'Website', 'Country', 'City', 'Industry', 'Employees', 'Annual Revenue', 'Language',
  'Current Tool', 'Timeline', 'Budget', 'Team Size', 'Opted Out', 'Subject', 'Message',
] as const;

/** Monday, 2 March 2026. */
export const firstArrival = Date.UTC(2026, 2, 2);
const minuteMillis = 60_000;

// prettier-ignore
const channels = [['web form', 45], ['demo request', 18], ['contact email', 15], ['chat', 10], ['interactive demo', 8], ['linkedin message', 4]] as const;
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
 * The cells of one lead, in the order of the headers. The same position gives the same lead in a run of any length, so
 * that a million need not be held; one in twenty is a person who wrote before.
 */
export function leadCells(position: number, leadsPerMinute: number): string[] {
  const draw = new RandomStream(`bench/lead/${position}`);
  const person = draw.chance(5) ? draw.between(0, position) : position;
  const arrivedAt = new Date(firstArrival + Math.floor((position * minuteMillis) / leadsPerMinute));
  return [
    `B-${position + 1}`,
    arrivedAt.toISOString(),
    draw.weighted(channels),
    unless(10, draw.weighted(leadSources), draw),
    unless(60, 'spring-planning', draw),
    unless(30, draw.pick(['/pricing', '/demo', '/blog/roster-templates', '/compare/opsgrid']), draw),
    unless(40, draw.pick(['/contact', '/demo', '/customers/water-utility']), draw),
    ...personCells(person),
    ...companyCells(draw),
    unless(60, draw.pick(['en', 'de', 'fr_FR', 'en-GB']), draw),
    unless(60, draw.pick(['Excel', 'Rotaplan', 'OpsGrid', 'SAP']), draw),
    unless(50, draw.pick(timelines), draw),
    unless(80, draw.pick(['approved', 'planned', 'none yet', 'EUR 40k']), draw),
    unless(60, String(draw.between(3, 400)), draw),
    draw.chance(2) ? 'true' : 'false',
    unless(70, draw.pick(['Question about pricing', 'Demo', 'Shift planning for 3 sites']), draw),
    writeMessage(draw),
  ];
}

/** First and last name, address, phone, company, title and website. */
function personCells(person: number): string[] {
  const draw = new RandomStream(`bench/person/${person}`);
  const firstName = draw.pick(firstNames);
  const lastName = draw.pick(lastNames);
  const stem = draw.pick(companyStems);
  const domain = draw.chance(12) ? 'gmail.com' : `${stem.toLowerCase()}-${draw.between(1, 400)}.example`;
  const local = `${plain(firstName)}.${plain(lastName)}${person}`;
  return [
    firstName,
    lastName,
    draw.chance(20) ? ` ${local.toUpperCase()}@${domain} ` : `${local}@${domain}`,
    unless(65, `+49 30 55${draw.between(10_000, 99_999)}`, draw),
    unless(12, `${stem} ${draw.pick(companyKinds)}`, draw),
    unless(30, draw.pick(titles), draw),
    unless(70, `https://www.${domain}/`, draw),
  ];
}

/** Country, city, industry, employees and revenue. */
function companyCells(draw: RandomStream): string[] {
 // prettier-ignore
 
  const employees = draw.weighted([[draw.between(1, 20), 30], [draw.between(21, 300), 40], [draw.between(301, 8_000), 30]]);
  return [
    unless(15, draw.weighted(countries).toUpperCase(), draw),
    unless(50, draw.pick(['Köln', 'Lyon', 'Leeds', 'Austin', 'Porto', 'Graz']), draw),
    unless(25, capital(draw.weighted(industries)), draw),
    unless(20, String(employees), draw),
    unless(55, String(employees * draw.between(50_000, 200_000)), draw),
  ];
}

function unless(missingPercent: number, cell: string, draw: RandomStream): string {
  return draw.chance(missingPercent) ? '' : cell;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** plain("Chloé") → "chloe" */
function plain(name: string): string {
  return name.normalize('NFD').replace(/[^a-zA-Z]/g, '').toLowerCase();
}
