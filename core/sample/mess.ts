import type { LeadColumn, LeadRow } from './lead.ts';
import type { RandomStream } from './random.ts';

const fillers = ['N/A', '-', 'none', 'test', 'n/a', '.', 'x', 'NULL', 'unknown'];
const fillable: readonly LeadColumn[] = [
  'Title',
  'Website',
  'State',
  'City',
  'Industry',
  'Budget',
  'Who Else',
  'Current Tool',
  'Phone',
  'Postcode',
  'Employees',
  'Campaign',
];
const spaced: readonly LeadColumn[] = [
  'First Name',
  'Last Name',
  'Email',
  'Company',
  'Title',
  'City',
  'Country',
  'Industry',
  'Phone',
  'Current Tool',
];

function messyCompany(random: RandomStream, company: string): string {
  return random.weighted<() => string>([
    [() => company, 58],
    [
      () =>
        company.replace(
          /,? (GmbH|Inc\.?|LLC|Corp\.|Ltd\.?|Limited|PLC|AG|SE|SAS|S\.A\.|SARL|S\.L\.|B\.V\.|BV|Sp\. z o\.o\.|AB|Lda\.)$/,
          '',
        ),
      15,
    ],
    [() => company.toUpperCase(), 6],
    [() => company.toLowerCase(), 6],
    [
      () =>
        company
          .replace('GmbH', 'Gmbh')
          .replace('Inc.', ', Inc')
          .replace('Ltd', 'Limited')
          .replace('S.A.', 'SA')
          .replace('LLC', 'L.L.C.')
          .replace(' ,', ','),
      8,
    ],
    [() => company.replace(' ', '  '), 3],
    [() => `"${company}"`, 2],
    [() => `${company} (${random.pick(['HQ', 'Group', 'new', 'do not use', 'branch'])})`, 2],
  ])();
}

function messyEmail(random: RandomStream, email: string): string {
  if (!email.includes('@')) return email;
  const [local, domain] = email.split('@') as [string, string];
  return random.weighted([
    [email, 80],
    [email.toUpperCase(), 3],
    [`${local[0]!.toUpperCase()}${local.slice(1)}@${domain}`, 4],
    [`mailto:${email}`, 2],
    [`${email}.`, 2],
    [` ${email}`, 2],
    [`${email} `, 2],
    [`${local} @ ${domain}`, 1],
    [`${local}${domain}`, 1],
    [`<${email}>`, 1],
    [`${local} at ${domain}`, 1],
    [`${email};`, 1],
  ]);
}

/** What forms, fingers, mergers of tables and years of habit do to a row. The instant, the kind of channel and the message stay. */
export function makeMess(random: RandomStream, row: LeadRow): void {
  if (row.Company !== '') row.Company = messyCompany(random, row.Company);
  row.Email = messyEmail(random, row.Email);
  if (row['First Name'] !== '' && row['Last Name'] !== '') {
    const [first, last] = [row['First Name'], row['Last Name']];
    const [nextFirst, nextLast] = random.weighted<readonly [string, string]>([
      [[first, last], 74],
      [[first.toUpperCase(), last.toUpperCase()], 4],
      [[first.toLowerCase(), last.toLowerCase()], 6],
      [[last, first], 4],
      [[`${first} ${last}`, ''], 4],
      [[first, last.toUpperCase()], 3],
      [[`${last}, ${first}`, '-'], 1],
      [[`${first[0]}.`, last], 2],
      [[`${random.pick(['Dr.', 'Mr', 'Mrs', 'Herr', 'Ing.'])} ${first}`, last], 2],
    ]);
    row['First Name'] = nextFirst;
    row['Last Name'] = nextLast;
  }
  if (row.Title !== '' && random.chance(7))
    row.Title = random.chance(50) ? row.Title.toUpperCase() : row.Title.toLowerCase();
  if (row.City !== '' && random.chance(9))
    row.City = random.chance(50) ? row.City.toUpperCase() : row.City.toLowerCase();
  for (const column of fillable) {
    if (row[column] === '' ? random.chance(2) : random.chance(1)) row[column] = random.pick(fillers);
  }
  for (const column of spaced) {
    if (row[column] === '' || !random.chance(3)) continue;
    const value = row[column];
    row[column] = random.pick([
      `${value} `,
      ` ${value}`,
      `${value}\u00a0`,
      value.replace(' ', '  '),
      `\t${value}`,
      value.replace(' ', '\u00a0'),
    ]);
  }
  if (random.chance(3))
    row.Channel = random.pick([
      row.Channel.toUpperCase(),
      `${row.Channel} `,
      row.Channel.replace(' ', '  '),
      row.Channel[0]!.toUpperCase() + row.Channel.slice(1),
    ]);
  // An export from two merged systems: the state and the city change places now and then.
  if (row.State !== '' && random.chance(2)) [row.State, row.City] = [row.City, row.State];
}
