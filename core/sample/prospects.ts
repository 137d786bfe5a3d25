import type { Account } from './accounts.ts';
import type { CompanyMaker, Company } from './companies.ts';
import { countries, countryByCode } from './countries.ts';
import { industries, industryByKey } from './industries.ts';
import type { LeadFacts, Urgency } from './lead.ts';
import { freeMailByLanguage } from './mail-domains.ts';
import { namePools } from './people-names.ts';
import { toPlainLetters } from './plain-text.ts';
import type { RandomStream } from './random.ts';
import { titles } from './titles.ts';
import type { Seniority } from './titles.ts';

export type Weights<Item> = readonly (readonly [item: Item, weight: number])[];
export type Mailbox = 'company' | 'free';

export type ProspectWish = {
  /** Quantiles of the number of employees. */
  readonly sizes: readonly number[];
  readonly suits: Weights<'core' | 'adjacent' | 'weak'>;
  readonly seniority: Weights<Seniority>;
  readonly urgency: Weights<Urgency>;
  readonly mailbox: Mailbox;
  /** Country codes; everywhere when left out. */
  readonly countryCodes?: readonly string[];
};

export const tools: Weights<string> = [
  ['Excel', 20],
  ['Google Sheets', 6],
  ['paper', 5],
  ['a whiteboard', 4],
  ['FieldOtter', 13],
  ['Opsgrid', 12],
  ['Rotaplan', 10],
  ['Tasklark', 8],
  ['an in-house tool', 7],
  ['our ERP', 6],
  ['shared calendars', 4],
  ['chat groups', 3],
  ['', 8],
];

/** Tools of competitors, which a customer pays for and can leave. */
export const rivals: readonly string[] = ['FieldOtter', 'Opsgrid', 'Rotaplan', 'Tasklark'];

const countryWeights: Weights<string> = [
  ['US', 30],
  ['CA', 5],
  ['GB', 14],
  ['IE', 3],
  ['DE', 12],
  ['AT', 3],
  ['CH', 2],
  ['FR', 6],
  ['BE', 2],
  ['ES', 5],
  ['MX', 1],
  ['PT', 2],
  ['BR', 2],
  ['NL', 5],
  ['PL', 4],
  ['SE', 3],
  ['JP', 1],
  ['AU', 4],
  ['IN', 2],
  ['NG', 1],
];

export function drawCountry(random: RandomStream, codes?: readonly string[]): string {
  return codes === undefined ? random.weighted(countryWeights) : random.pick(codes);
}

export function drawCompany(
  random: RandomStream,
  maker: CompanyMaker,
  wish: ProspectWish,
  countryCode: string,
): Company {
  const suits = random.weighted(wish.suits);
  const industry = random.pick(industries.filter((candidate) => candidate.suits === suits));
  return maker.make(random, countryCode, industry.key, random.quantile(wish.sizes));
}

export function drawFacts(random: RandomStream, company: Company | Account, wish: ProspectWish): LeadFacts {
  const country = countryByCode(company.countryCode);
  // One in nine people carries a name from somewhere else than the country the company is in.
  const nameLanguage = random.chance(11)
    ? random.pick(Object.keys(namePools).filter((key) => key !== 'ja'))
    : country.language;
  const pool = namePools[nameLanguage]!;
  const [first, firstPlain = first] = random.pick(pool.first).split('|') as [string, string?];
  const [last, lastPlain = last] = random.pick(pool.last).split('|') as [string, string?];
  const seniority = random.weighted(wish.seniority);
  const titleLanguage = random.chance(22) ? 'en' : country.language;
  const share = company.employees < 20 ? random.between(60, 95) : random.between(22, 62);
  const team = Math.min(2600, Math.max(2, Math.floor((company.employees * share) / 100)));
  return {
    first,
    last,
    seniority,
    team,
    language: country.language,
    countryCode: country.code,
    company: company.name,
    domain: company.domain,
    industryKey: company.industryKey,
    employees: company.employees,
    title: random.pick(titles[titleLanguage]![seniority]),
    tool: random.weighted(tools),
    urgency: random.weighted(wish.urgency),
    email: drawAddress(
      random,
      toPlainLetters(firstPlain),
      toPlainLetters(lastPlain),
      wish.mailbox,
      company.domain,
      country.language,
    ),
  };
}

function drawAddress(
  random: RandomStream,
  first: string,
  last: string,
  mailbox: Mailbox,
  domain: string,
  language: string,
): string {
  if (mailbox === 'free') {
    const service = random.pick(freeMailByLanguage[language] ?? freeMailByLanguage['other']!);
    return `sample.${first}.${last}.${String(random.between(1, 999)).padStart(3, '0')}@${service}`;
  }
  const flat = last.replaceAll('-', '');
  return `${random.weighted([
    [`${first}.${flat}`, 60],
    [`${first[0]}.${flat}`, 16],
    [`${first[0]}${flat}`, 12],
    [first, 8],
    [`${flat}.${first}`, 4],
  ])}@${domain}`;
}

export function workersOf(random: RandomStream, facts: LeadFacts): string {
  return random.pick(industryByKey(facts.industryKey).workers);
}

export function isHomeCountry(code: string): boolean {
  return countries.some((country) => country.code === code && country.home);
}
