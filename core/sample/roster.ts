export type Absence = { readonly from: string; readonly until: string };

export type Rep = {
  readonly repKey: string;
  readonly displayName: string;
  readonly active: boolean;
  readonly timeZone: string;
  readonly workingHours: { readonly days: readonly number[]; readonly from: string; readonly until: string };
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly joinedOn: string;
  readonly timeOff: readonly Absence[];
  readonly holidays: readonly string[];
};

const weekdays = [1, 2, 3, 4, 5];

// Public holidays between the first and the last day of the sample, as each rep's own calendar lists them.
const spain = [
  '2024-11-01',
  '2024-12-06',
  '2024-12-25',
  '2025-01-01',
  '2025-01-06',
  '2025-04-18',
  '2025-05-01',
  '2025-05-02',
  '2025-08-15',
  '2025-12-08',
  '2025-12-25',
  '2026-01-01',
  '2026-01-06',
  '2026-04-03',
  '2026-05-01',
  '2026-10-12',
];
const unitedStates = [
  '2024-11-11',
  '2024-11-28',
  '2024-12-25',
  '2025-01-01',
  '2025-01-20',
  '2025-02-17',
  '2025-05-26',
  '2025-06-19',
  '2025-07-04',
  '2025-09-01',
  '2025-10-13',
  '2025-11-11',
  '2025-11-27',
  '2025-12-25',
  '2026-01-01',
  '2026-01-19',
  '2026-02-16',
  '2026-05-25',
  '2026-06-19',
  '2026-07-03',
  '2026-09-07',
  '2026-10-12',
];
const berlin = [
  '2024-12-25',
  '2024-12-26',
  '2025-01-01',
  '2025-03-08',
  '2025-04-18',
  '2025-04-21',
  '2025-05-01',
  '2025-05-08',
  '2025-05-29',
  '2025-06-09',
  '2025-10-03',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-01',
  '2026-05-14',
  '2026-05-25',
  '2026-10-03',
];
const poland = [
  '2024-11-01',
  '2024-11-11',
  '2024-12-25',
  '2024-12-26',
  '2025-01-01',
  '2025-01-06',
  '2025-04-21',
  '2025-05-01',
  '2025-05-03',
  '2025-06-19',
  '2025-08-15',
  '2025-11-01',
  '2025-11-11',
  '2025-12-24',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-01-06',
  '2026-04-06',
  '2026-05-01',
  '2026-06-04',
  '2026-08-15',
];
const ireland = [
  '2024-12-25',
  '2024-12-26',
  '2025-01-01',
  '2025-02-03',
  '2025-03-17',
  '2025-04-21',
  '2025-05-05',
  '2025-06-02',
  '2025-08-04',
  '2025-10-27',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-02-02',
  '2026-03-17',
  '2026-04-06',
  '2026-05-04',
  '2026-06-01',
  '2026-08-03',
  '2026-10-26',
];
const netherlands = [
  '2024-12-25',
  '2024-12-26',
  '2025-01-01',
  '2025-04-21',
  '2025-04-26',
  '2025-05-05',
  '2025-05-29',
  '2025-06-09',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-04-06',
  '2026-04-27',
  '2026-05-14',
  '2026-05-25',
];

export const reps: readonly Rep[] = [
  {
    repKey: 'ana',
    displayName: 'Ana Ruiz',
    active: true,
    timeZone: 'Europe/Madrid',
    workingHours: { days: weekdays, from: '09:00', until: '18:00' },
    skills: ['enterprise'],
    languages: ['en', 'es', 'pt'],
    joinedOn: '2024-01-08',
    timeOff: [
      { from: '2024-12-23', until: '2025-01-03' },
      { from: '2025-08-04', until: '2025-08-22' },
      { from: '2026-04-06', until: '2026-04-10' },
      { from: '2026-08-03', until: '2026-08-21' },
    ],
    holidays: spain,
  },
  {
    repKey: 'ben',
    displayName: 'Ben Calloway',
    active: true,
    timeZone: 'America/New_York',
    workingHours: { days: weekdays, from: '08:30', until: '17:30' },
    skills: ['enterprise', 'named-accounts'],
    languages: ['en'],
    joinedOn: '2022-05-16',
    timeOff: [
      { from: '2024-12-24', until: '2024-12-31' },
      { from: '2025-07-07', until: '2025-07-18' },
      { from: '2026-02-23', until: '2026-02-27' },
      { from: '2026-07-06', until: '2026-07-17' },
    ],
    holidays: unitedStates,
  },
  {
    repKey: 'chiara',
    displayName: 'Chiara Wendlandt',
    active: true,
    timeZone: 'Europe/Berlin',
    workingHours: { days: weekdays, from: '09:00', until: '17:30' },
    skills: ['enterprise', 'mid-market'],
    languages: ['en', 'de', 'fr'],
    joinedOn: '2023-03-01',
    timeOff: [
      { from: '2024-12-20', until: '2025-01-03' },
      { from: '2025-06-10', until: '2025-06-20' },
      { from: '2025-10-06', until: '2025-10-10' },
      { from: '2026-07-20', until: '2026-08-07' },
    ],
    holidays: berlin,
  },
  {
    repKey: 'dev',
    displayName: 'Dev Marchetti',
    active: true,
    timeZone: 'America/Chicago',
    workingHours: { days: weekdays, from: '08:00', until: '17:00' },
    skills: ['mid-market', 'small-business'],
    languages: ['en'],
    joinedOn: '2025-09-01',
    timeOff: [
      { from: '2025-12-22', until: '2025-12-31' },
      { from: '2026-06-22', until: '2026-07-03' },
    ],
    holidays: unitedStates.filter((day) => day >= '2025-09-01'),
  },
  {
    repKey: 'ewa',
    displayName: 'Ewa Sobolewicz',
    active: true,
    timeZone: 'Europe/Warsaw',
    workingHours: { days: weekdays, from: '08:00', until: '16:00' },
    skills: ['mid-market', 'small-business'],
    languages: ['en', 'pl', 'de'],
    joinedOn: '2023-10-02',
    timeOff: [
      { from: '2025-02-17', until: '2025-02-21' },
      { from: '2025-07-21', until: '2025-08-08' },
      { from: '2026-01-19', until: '2026-01-23' },
      { from: '2026-06-29', until: '2026-07-10' },
    ],
    holidays: poland,
  },
  {
    repKey: 'finn',
    displayName: 'Finn Larrabee',
    active: true,
    timeZone: 'America/Los_Angeles',
    workingHours: { days: weekdays, from: '08:30', until: '17:00' },
    skills: ['mid-market', 'small-business'],
    languages: ['en'],
    joinedOn: '2024-06-17',
    // Parental leave: the record stays active, the person is away for months.
    timeOff: [
      { from: '2024-12-23', until: '2025-01-02' },
      { from: '2025-08-18', until: '2025-08-29' },
      { from: '2026-03-02', until: '2026-08-28' },
    ],
    holidays: unitedStates,
  },
  {
    repKey: 'mara',
    displayName: 'Mara Keating',
    active: true,
    timeZone: 'Europe/Dublin',
    workingHours: { days: weekdays, from: '08:30', until: '18:30' },
    skills: ['head-of-inbound', 'enterprise', 'escalations'],
    languages: ['en', 'fr'],
    joinedOn: '2021-02-15',
    timeOff: [
      { from: '2024-12-27', until: '2025-01-03' },
      { from: '2025-07-28', until: '2025-08-08' },
      { from: '2026-05-25', until: '2026-06-05' },
    ],
    holidays: ireland,
  },
  {
    repKey: 'tom',
    displayName: 'Tom Verhagen',
    active: true,
    timeZone: 'Europe/Amsterdam',
    workingHours: { days: weekdays, from: '09:00', until: '17:00' },
    skills: ['customer-success', 'expansion'],
    languages: ['en', 'nl', 'de'],
    joinedOn: '2022-09-05',
    timeOff: [
      { from: '2025-02-24', until: '2025-02-28' },
      { from: '2025-08-11', until: '2025-08-29' },
      { from: '2026-07-27', until: '2026-08-14' },
    ],
    holidays: netherlands,
  },
];

export function isAway(rep: Rep, day: string): boolean {
  return day < rep.joinedOn || rep.timeOff.some((absence) => absence.from <= day && day <= absence.until);
}

/** Who would normally be given a lead; the sample's history follows this habit, with exceptions. */
export function usualRep(language: string, countryCode: string, employees: number, day: string, turn: number): string {
  const byLanguage: Readonly<Record<string, readonly string[]>> = {
    es: ['ana'],
    pt: ['ana'],
    de: ['chiara', 'ewa'],
    fr: ['chiara', 'mara'],
    pl: ['ewa'],
    nl: ['ewa', 'tom'],
    ja: ['mara'],
  };
  const overseas = ['US', 'CA', 'MX', 'BR'].includes(countryCode);
  const english = overseas
    ? employees > 1000
      ? ['ben', 'dev']
      : ['ben', 'dev', 'finn', 'dev', 'finn']
    : employees > 1000
      ? ['ana', 'chiara', 'mara']
      : ['ana', 'ewa', 'chiara', 'ben'];
  const candidates = (byLanguage[language] ?? english).filter(
    (repKey) =>
      !isAway(
        reps.find((rep) => rep.repKey === repKey)!,
        day,
      ),
  );
  return candidates.length === 0 ? 'mara' : candidates[turn % candidates.length]!;
}
