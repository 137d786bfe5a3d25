import { accounts } from './accounts.ts';
import type { Account } from './accounts.ts';
import { adjustments } from './adjustments.ts';
import { dayLength, drawArrival, sampleStart, toInstant } from './calendar.ts';
import type { CompanyMaker } from './companies.ts';
import { countries, countryByCode } from './countries.ts';
import type { Deck } from './deck.ts';
import { dressMessage } from './dress-message.ts';
import { employeesEntry, languageEntry, moneyEntry, revenueEntry } from './format-columns.ts';
import { industryByKey } from './industries.ts';
import type { LeadKind } from './kinds.ts';
import { emptyRow } from './lead.ts';
import type { LeadDraft, LeadFacts, LeadRow } from './lead.ts';
import { makeMess } from './mess.ts';
import { toTranscript } from './messages/chat.ts';
import { messagesByLanguage } from './messages/languages.ts';
import { fillSlots } from './messages/template.ts';
import type { Template } from './messages/template.ts';
import { fillOrigin } from './origins.ts';
import { fictionalPhone } from './phone.ts';
import { drawCompany, drawCountry, drawFacts, rivals, workersOf } from './prospects.ts';
import type { RandomStream } from './random.ts';
import type { Recipe } from './recipes.ts';
import { reps, usualRep } from './roster.ts';
import { budgetEntry, pains, products, timelineEntry, timelinePhrase } from './wording.ts';

/** List price of one seat for a year, in euro; values and amounts in the sample derive from it. */
export const seatPrice = 24 * 12;

export function draftLead(
  random: RandomStream,
  kind: LeadKind,
  recipe: Recipe,
  maker: CompanyMaker,
  deck: Deck<Template>,
): LeadDraft {
  const account = chooseAccount(random, recipe);
  const template = deck.deal();
  const language = kind === 'other-language' ? languageOf(template) : undefined;
  const codes =
    language === undefined
      ? recipe.countryCodes
      : countries.filter((country) => country.language === language).map((country) => country.code);
  const company = account ?? drawCompany(random, maker, recipe, drawCountry(random, codes));
  const drawn = drawFacts(random, company, recipe);
  const facts = { ...drawn, tool: fittingTool(random, drawn.tool, template, language) };
  const earliest = account?.lostAt ? Math.max(sampleStart, Date.parse(account.lostAt) + 60 * dayLength) : sampleStart;
  const created = drawArrival(random, countryByCode(facts.countryCode).hoursAhead, earliest);
  return completeLead(random, { kind, created, facts, recipe, template, account });
}

/** Machines and spammers paste; they do not greet or sign. */
const undressed: ReadonlySet<LeadKind> = new Set<LeadKind>([
  'spam',
  'test-submission',
  'employee',
  'list-import',
  'integration-record',
]);

type Sketch = {
  readonly kind: LeadKind;
  readonly created: number;
  readonly facts: LeadFacts;
  readonly recipe: Recipe;
  readonly template: Template;
  readonly account: Account | undefined;
  readonly copyOf?: LeadDraft;
};

/** Turns facts into a row as the form or mailbox produced it, then lets the mess in. */
export function completeLead(random: RandomStream, sketch: Sketch): LeadDraft {
  const { kind, created, facts, recipe, template, account } = sketch;
  const row = emptyRow();
  row.Created = toInstant(created);
  row.Channel = random.weighted(recipe.channels);
  const city = fillColumns(random, row, facts, recipe, created);
  const product = random.pick(products);
  const slots = {
    first: facts.first,
    last: facts.last,
    company: facts.company,
    title: facts.title,
    email: facts.email,
    city,
    employees: String(facts.employees),
    team: String(random.chance(35) && facts.team > 30 ? Math.round(facts.team / 10) * 10 : facts.team),
    tool: facts.tool || 'spreadsheets',
    rival: facts.tool,
    language: facts.language,
    workers: workersOf(random, facts),
    timeline: timelinePhrase(random, facts.urgency),
    pain: random.pick(pains),
    product,
    rep: random.pick(reps).displayName.split(' ')[0]!,
  };
  const mail = ['contact email', 'support ticket', 'forwarded intro'].includes(row.Channel);
  if (mail)
    row.Subject =
      fillSlots(template[0], slots) ||
      random.pick([
        'Request',
        'Northlight',
        'Question',
        'Your software',
        '(no subject)',
        'Enquiry via website',
        'information',
      ]);
  const text = fillSlots(template[1], slots);
  const conversation = (row.Channel === 'chat' || row.Channel === 'interactive demo') && recipe.filled > 50;
  row.Message = conversation
    ? toTranscript(random, text, facts, slots.timeline)
    : text.length < 12 || undressed.has(kind)
      ? text
      : dressMessage(random, text, languageOf(template), facts, row);
  fillOrigin(random, row, created, recipe.interest[1] > 50);
  fillOwner(random, row, facts, account, created);
  if (!['forwarded-introduction', 'duplicate'].includes(kind) && recipe.filled > 50 && random.chance(60))
    row['Product Interest'] = random.chance(75)
      ? product
      : random.pick([
          'Plan',
          'plan + field',
          'All',
          'not sure',
          'NL Field',
          'Insight (reporting)',
          'Plan;Field',
          product.toUpperCase(),
        ]);
  adjustments[kind]?.(random, row, facts, created);
  if (kind !== 'test-submission') makeMess(random, row);
  const copyOf = sketch.copyOf === undefined ? {} : { copyOf: sketch.copyOf };
  return {
    kind,
    created,
    facts,
    row,
    interest: random.between(recipe.interest[0], recipe.interest[1]),
    accountDomain: account?.domain ?? '',
    ...copyOf,
  };
}

function chooseAccount(random: RandomStream, recipe: Recipe): Account | undefined {
  if (recipe.account === 'none' || !random.chance(recipe.accountShare ?? 100)) return undefined;
  return random.pick(
    accounts.filter((account) => {
      if (recipe.account === 'named') return account.named;
      if (recipe.account === 'customer') return account.customer;
      if (recipe.account === 'lost') return account.lostAt !== '';
      return !account.customer && account.lostAt === '';
    }),
  );
}

/** A text about a renewal needs a tool that renews; a text in another language needs a tool with a name. */
function fittingTool(random: RandomStream, tool: string, template: Template, language: string | undefined): string {
  const needsRival = template.some((part) => part.includes('{rival}'));
  if (needsRival && !rivals.includes(tool)) return random.pick(rivals);
  return language !== undefined && !rivals.includes(tool) ? 'Excel' : tool;
}

function languageOf(template: Template): string {
  return (
    languageByTemplate.get(template) ?? (/ist|werden/.test(template[1]) && /[äöüß]/.test(template[1]) ? 'de' : 'en')
  );
}

const languageByTemplate = new Map(
  Object.entries(messagesByLanguage).flatMap(([language, templates]) =>
    templates.map((template) => [template, language] as const),
  ),
);

function fillColumns(random: RandomStream, row: LeadRow, facts: LeadFacts, recipe: Recipe, created: number): string {
  const country = countryByCode(facts.countryCode);
  // Who writes a mail fills in no form; enrichment and colleagues complete some of it later.
  const conversational = ['contact email', 'LinkedIn message', 'chat', 'support ticket'].includes(row.Channel);
  const share = conversational ? Math.floor((recipe.filled * 72) / 100) : recipe.filled;
  const filled = (percent = 100): boolean => random.chance(Math.floor((share * percent) / 100));
  const [city, state, postcode] = random.pick(country.cities);
  const value = facts.team * seatPrice;
  row['First Name'] = facts.first;
  row['Last Name'] = facts.last;
  row.Email = row.Channel === 'LinkedIn message' && random.chance(45) ? '' : facts.email;
  if (random.chance(Math.min(97, recipe.filled + 25))) row.Company = facts.company;
  if (filled(70)) row.Phone = fictionalPhone(random, country.phonePlan);
  if (filled(105)) row.Title = facts.title;
  if (filled(50))
    row.Website = random.pick([
      facts.domain,
      `www.${facts.domain}`,
      `https://${facts.domain}`,
      `https://www.${facts.domain}/`,
      `http://${facts.domain}/en/home?ref=form`,
      facts.domain.toUpperCase(),
    ]);
  if (filled(110)) row.Country = random.chance(52) ? country.names[0]! : random.pick(country.names);
  if (filled(75)) row.City = city;
  if (filled(60)) row.State = state;
  if (filled(45)) row.Postcode = random.chance(8) ? postcode.replace(' ', '') : postcode;
  if (filled(88)) row.Industry = industryLabel(random, facts);
  if (filled(100)) row.Employees = employeesEntry(random, facts.employees, facts.language);
  if (filled(42)) row['Annual Revenue'] = revenueEntry(random, facts.employees, facts.industryKey, facts.countryCode);
  if (filled(60)) row.Language = languageEntry(random, facts.language);
  if (recipe.filled <= 50) return city;
  if (filled(80))
    row['Current Tool'] = random.chance(82)
      ? facts.tool.replace(/^an? /, '')
      : random.pick([
          facts.tool.toUpperCase(),
          `${facts.tool} (for 5 yrs)`,
          'different per site',
          'nothing',
          `${facts.tool} + phone`,
        ]);
  if (filled(92)) row.Timeline = timelineEntry(random, facts.urgency, created);
  if (filled(70)) row.Budget = budgetEntry(random, facts, value);
  if (filled(72))
    row['Team Size'] = random.pick([
      String(facts.team),
      String(facts.team),
      `~${facts.team}`,
      `${facts.team} users`,
      `approx. ${Math.max(5, Math.round(facts.team / 5) * 5)}`,
    ]);
  if (filled(42))
    row['Who Else'] = random.pick(
      facts.team < 40
        ? ['just me', 'nobody', 'me and my partner', 'my boss', 'my wife', 'accountant', 'the owner', 'no']
        : [
            'IT, COO',
            'our director',
            'CFO',
            'works council',
            'procurement',
            'ops + finance',
            'the board',
            'my boss',
            'IT department',
            'HR, dispatch lead',
            'tbc',
            'consultant',
          ],
    );
  if (filled(48))
    row['Expected Value'] = moneyEntry(
      random,
      Math.max(600, Math.round((value * random.between(60, 105)) / 10000) * 100),
    );
  return city;
}

function industryLabel(random: RandomStream, facts: LeadFacts): string {
  const { labels, germanLabel } = industryByKey(facts.industryKey);
  return facts.language === 'de' && germanLabel !== undefined && random.chance(50) ? germanLabel : random.pick(labels);
}

function fillOwner(
  random: RandomStream,
  row: LeadRow,
  facts: LeadFacts,
  account: Account | undefined,
  created: number,
): void {
  row['Opted Out'] = random.weighted([
    ['', 30],
    ['false', 62],
    ['FALSE', 4],
    ['0', 4],
  ]);
  const day = toInstant(created).slice(0, 10);
  const drawn = random.between(1, 100);
  if (drawn <= 45) {
    if (account !== undefined)
      [row.Owner, row['Owner Set By']] = [account.owner, random.pick(['rule', 'person', 'rule'])];
  } else if (drawn <= 55)
    [row.Owner, row['Owner Set By']] = [
      usualRep(facts.language, facts.countryCode, facts.employees, day, drawn),
      'person',
    ];
  else if (drawn <= 60) [row.Owner, row['Owner Set By']] = ['Inbound Queue', 'rule'];
  // A seller who left years ago still owns what nobody reassigned.
  else if (drawn <= 62) [row.Owner, row['Owner Set By']] = ['lukas.f (inactive)', random.pick(['import', ''])];
}
