import { toInstant } from './calendar.ts';
import { moneyEntry } from './format-columns.ts';
import type { LeadKind } from './kinds.ts';
import type { LeadFacts, LeadRow } from './lead.ts';
import { disposableDomains, ownDomain } from './mail-domains.ts';
import { forwarderNotes } from './messages/other-people.ts';
import { namePools } from './people-names.ts';
import { toPlainLetters } from './plain-text.ts';
import type { RandomStream } from './random.ts';
import { reps } from './roster.ts';

type Adjustment = (random: RandomStream, row: LeadRow, facts: LeadFacts, created: number) => void;

const colleagues = [...reps.map((rep) => rep.displayName), 'Saskia Ebbing', 'Tobias Unwin', 'Priscilla Noone'];
const mailOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@${ownDomain}`;
const atRandomName = (random: RandomStream): string =>
  `${random.pick(namePools['en']!.first)} ${random.pick(namePools['en']!.last)}`;

/** Who pitches what, so that the sender and the pitch belong together. */
const vendors: readonly (readonly [offer: RegExp, name: string])[] = [
  [/decision makers/i, 'LeadBarrel'],
  [/extra meetings/i, 'MeetingMill'],
  [/exhibition stands/i, 'Stallwright Exhibitions'],
  [/developers can/i, 'CodeFerry Offshore'],
  [/clean several/i, 'Sparkle & Sons'],
  [/employs people/i, 'PayHopper'],
  [/accessible/i, 'AccessLark'],
  [/hoodies/i, 'MugMountain'],
  [/cloud spending/i, 'CloudTrim'],
  [/guest posts/i, 'WordBarn Media'],
];

function withoutCompany(row: LeadRow): void {
  for (const column of ['Company', 'Website', 'Industry', 'Employees', 'Annual Revenue'] as const) row[column] = '';
}

/** What sets a kind apart beyond its message: address, value, owner, missing boxes. */
export const adjustments: Partial<Record<LeadKind, Adjustment>> = {
  'high-value': (random, row, facts) => {
    const value = random.between(110, 640) * 1000 + (facts.team % 10) * 100;
    row['Expected Value'] = random.pick([
      String(value),
      `$${Math.round(value / 1000)},000`,
      `EUR ${Math.round(value / 1000)}k`,
      String(value),
    ]);
    row.Budget = random.pick(['approved', 'yes', row['Expected Value'], 'in budget']);
  },
  'enterprise-buyer': (random, row) => {
    if (row['Expected Value'] !== '' && random.chance(3)) row['Expected Value'] = 'tbd';
  },
  'forwarded-introduction': (random, row, facts, created) => {
    const forwarder = random.pick(colleagues);
    const introducer = atRandomName(random);
    const introducerMail = `${toPlainLetters(introducer)}@${random.pick(['harbourlight-capital.example', 'stonebridge-growth.example', 'fenwick-partners.example', 'implement-now.test'])}`;
    const sent = new Date(created - random.between(20, 2900) * 60_000);
    row.Subject = random.pick([
      `Fwd: ${row.Subject}`,
      `FW: ${row.Subject}`,
      `WG: ${row.Subject}`,
      'Fwd: intro',
      `Fwd: Fwd: ${row.Subject}`,
    ]);
    row.Message = `${random.pick(forwarderNotes)}\n\n${random.pick(['---------- Forwarded message ---------', '-----Original Message-----', 'Begin forwarded message:'])}\nFrom: ${introducer} <${introducerMail}>\nDate: ${sent.toUTCString()}\nSubject: ${row.Subject.replace(/^(Fwd: |FW: |WG: )+/, '')}\nTo: ${forwarder} <${mailOf(forwarder)}>${random.chance(55) ? `\nCc: ${facts.email}` : ''}\n\n${row.Message}\n\n${introducer.split(' ')[0]}`;
    // The mailbox rule files the forwarder as the sender in half of the cases.
    if (random.chance(50)) {
      [row['First Name'], row['Last Name']] = forwarder.split(' ') as [string, string];
      row.Email = mailOf(forwarder);
      row.Company = random.pick(['', 'Northlight', row.Company]);
      row.Title = '';
      row.Phone = '';
    }
  },
  'customer-support': (random, row) => {
    row['Lead Source'] = random.pick(['Support', 'support portal', '', 'Web']);
  },
  press: (random, row, facts) => {
    row.Title = random.pick([
      'Editor',
      'Journalist',
      'Freelance journalist',
      'Redakteurin',
      'Podcast host',
      'Reporter',
    ]);
    row.Company = random.pick([
      'Shift & Trade Weekly',
      'The Depot Journal',
      'Logistikblatt',
      'Fieldnotes Podcast',
      'Werk und Zeit Magazin',
    ]);
    row.Email = facts.email.replace(/@.*/, `@${toPlainLetters(row.Company)}.example`);
    row.Website = '';
    row.Industry = random.pick(['', 'Media', 'Publishing']);
  },
  recruiting: (random, row) => {
    withoutCompany(row);
    row.Title = random.pick([
      '',
      'Account Executive',
      'looking for new challenge',
      'Student',
      'Software Engineer',
      'Talent Partner',
    ]);
  },
  'vendor-pitch': (random, row, facts) => {
    row.Title = random.pick([
      'Growth Partner',
      'Business Development',
      'SDR',
      'Founder',
      'Sales Manager',
      'Account Executive',
      'CEO',
    ]);
    const vendor = vendors.find(([offer]) => offer.test(row.Message));
    if (vendor !== undefined) {
      row.Company = vendor[1];
      row.Email = facts.email.replace(/@.*/, `@${toPlainLetters(row.Company)}.example`);
      row.Website = random.chance(60) ? `https://${toPlainLetters(row.Company)}.example` : '';
    }
  },
  spam: (random, row) => {
    withoutCompany(row);
    row.Company = random.weighted([
      ['', 40],
      ['gooogle', 15],
      ['1', 10],
      ['SEO Expert Team', 10],
      ['Crypto', 10],
      ['http://link-barn.example', 15],
    ]);
    row['First Name'] = random.pick(['Mr', 'Anna', 'JamesZes', 'SEO', 'kQwTzpLmX', 'Robertpen', 'Support', '🎁 FREE']);
    row['Last Name'] = random.pick(['', 'Zesty', 'JamesZesZO', 'Team', 'gHtRwQpLk', '1']);
    row.Email = random.chance(55)
      ? `sample.offer.${random.between(1000, 9999)}@${random.pick(['gmail.com', 'mail.ru', 'qq.com', 'outlook.com', '163.com'])}`
      : `promo${random.between(10, 99)}@${random.pick(['rank-rocket.example', 'link-barn.example', 'like-factory.example', 'moon-yield.test'])}`;
    row.Title = '';
    row.Phone = random.chance(50) ? `8${random.between(1000, 9999)}0000000` : '';
  },
  'student-or-researcher': (random, row, facts) => {
    const school = random.pick([
      'University of Aldermoss',
      'Hochschule Weidenstein',
      'Université de Bellombre',
      'Norrhamn Institute of Technology',
      'Politechnika Zamorek',
    ]);
    row.Company = school;
    row.Title = random.pick([
      'Student',
      'PhD candidate',
      'Masterstudent',
      'Research Assistant',
      'Doctorante',
      'Lecturer',
      'student',
    ]);
    row.Industry = random.pick(['Education', 'Higher Education', '']);
    row.Email = random.chance(75)
      ? facts.email.replace(
          /@.*/,
          `@${random.chance(50) ? 'students.' : ''}${toPlainLetters(school).split('-').pop()}.example`,
        )
      : `sample.student.${random.between(100, 999)}@gmail.com`;
    row.Website = '';
  },
  competitor: (random, row, facts) => {
    const [name, domain] = random.pick([
      ['FieldOtter', 'fieldotter.example'],
      ['Opsgrid Inc.', 'opsgrid.example'],
      ['Rotaplan GmbH', 'rotaplan.example'],
      ['Tasklark', 'tasklark.test'],
    ] as const);
    row.Company = random.pick([name, '', 'private', name]);
    row.Email = facts.email.replace(/@.*/, `@${domain}`);
    row.Website = '';
    row.Industry = random.pick(['Software', '', 'IT']);
    row['Current Tool'] = '';
  },
  'free-mail-without-company': (_random, row) => {
    withoutCompany(row);
    row.Title = '';
  },
  'active-without-fit': (random, row) => {
    row.Company = random.pick([
      '',
      'private',
      'Self-employed',
      'Tuesday Book Club',
      'Guild of the Copper Kettle',
      'Photo Studio Mossley',
      'Allotment Association East',
      '-',
    ]);
    row.Website = '';
    row.Employees = random.pick(['1', '', '1-10', '2', 'just me']);
    row['Annual Revenue'] = '';
    row.Industry = random.pick(['', 'Other', 'Hobby', 'Photography', 'Non-profit']);
    row['Expected Value'] = '';
  },
  'disposable-mail': (random, row) => {
    row.Email = `sample.${random.pick(['xk', 'zz', 'no.spam', 'temp', 'abc'])}${random.between(10, 999)}@${random.pick(disposableDomains)}`;
    if (random.chance(60))
      [row['First Name'], row['Last Name']] = random.pick([
        ['John', 'Doe'],
        ['A', 'B'],
        ['Max', 'Mustermann'],
        ['no', 'name'],
        ['Mickey', 'M.'],
      ] as const);
  },
  'role-address': (random, row, facts) => {
    row.Email = `${random.pick(['info', 'office', 'sales', 'contact', 'einkauf', 'purchasing', 'admin', 'kontakt', 'hello', 'dispatch'])}@${facts.domain}`;
    [row['First Name'], row['Last Name']] = random.pick([
      ['', ''],
      ['Office', ''],
      ['Info', 'Info'],
      ['', facts.last],
      ['Team', facts.company.split(' ')[0]!],
    ] as const);
  },
  'empty-message': (random, row) => {
    if (random.chance(40)) row['First Name'] = '';
    if (random.chance(40)) row['Last Name'] = random.pick(['', '-', '.']);
  },
  'test-submission': (random, row) => {
    withoutCompany(row);
    [row['First Name'], row['Last Name']] = random.pick([
      ['test', 'test'],
      ['asdf', 'asdf'],
      ['Test', 'Lead'],
      ['qwe', 'rty'],
      ['aaa', 'bbb'],
      ['QA', 'Automation'],
      ['Foo', 'Bar'],
    ] as const);
    row.Email = random.pick([
      'test@test.example',
      'asdf@asdf.test',
      'a@a.test',
      'qa+routing@northlight.example',
      'test@example.test',
      'foo@bar.example',
    ]);
    row.Company = random.pick(['test', 'asdf', 'Test Company', 'ACME test', '']);
    row.Title = random.pick(['', 'test', 'Tester']);
    row.Phone = random.pick(['', '123', '1111111', '555-0100']);
    row.Subject = row.Subject === '' ? '' : 'test';
  },
  employee: (random, row) => {
    const name = random.pick(colleagues);
    [row['First Name'], row['Last Name']] = name.split(' ') as [string, string];
    withoutCompany(row);
    row.Email = random.chance(25) ? mailOf(name).replace('@', '+test@') : mailOf(name);
    row.Company = random.pick(['Northlight', 'northlight', 'Northlight test', '']);
    row.Title = '';
    row.Phone = '';
  },
  'list-import': (random, row) => {
    row['Owner Set By'] = row.Owner === '' ? '' : 'import';
    if (random.chance(20)) row.Email = '';
    if (random.chance(15))
      [row['First Name'], row['Last Name']] = [row['First Name'][0] ?? '', row['Last Name'].toUpperCase()];
  },
  'integration-record': (random, row) => {
    if (row.Owner !== '') row['Owner Set By'] = 'integration';
    row['Lead Source'] = random.pick(['API', 'Marketplace', 'product-signup', 'sync', 'connector v1']);
    if (random.chance(40)) [row['First Name'], row['Last Name']] = ['', row.Email.split('@')[0]!];
  },
  'opted-out': (random, row) => {
    row['Opted Out'] = random.pick(['true', 'TRUE', 'yes', '1', 'true']);
  },
  'privacy-request': (random, row) => {
    withoutCompany(row);
    row['Opted Out'] = random.pick(['true', '', 'true', 'false']);
  },
  reactivated: (random, row, _facts, created) => {
    if (random.chance(50)) row.Campaign = `win-back-${toInstant(created).slice(0, 4)}`;
    if (row['Expected Value'] === '' && random.chance(30))
      row['Expected Value'] = moneyEntry(random, random.between(12, 90) * 1000);
  },
};
