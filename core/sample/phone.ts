import type { RandomStream } from './random.ts';

/** Only countries whose regulator sets numbers aside for drama and fiction have phones here. */
export type PhonePlan = 'northAmerica' | 'britain' | 'germany' | 'france' | 'sweden' | 'australia' | 'none';

type PhoneParts = readonly [countryCode: string, area: string, local: string];

export function fictionalPhone(random: RandomStream, plan: PhonePlan): string {
  const digits = (count: number): string => Array.from({ length: count }, () => String(random.between(0, 9))).join('');
  const byPlan: Readonly<Record<Exclude<PhonePlan, 'none'>, () => PhoneParts>> = {
    northAmerica: () => [
      '1',
      random.pick(['212', '312', '415', '614', '720', '813', '512', '403', '905']),
      `55501${digits(2)}`,
    ],
    britain: () =>
      random.pick<PhoneParts>([
        ['44', '20', `7946 0${digits(3)}`],
        ['44', '161', `496 0${digits(3)}`],
        ['44', '113', `496 0${digits(3)}`],
        ['44', '7700', `900${digits(3)}`],
      ]),
    germany: () =>
      random.pick<PhoneParts>([
        ['49', '30', `23125 ${digits(3)}`],
        ['49', '89', `99998 ${digits(3)}`],
        ['49', '221', `4710 ${digits(3)}`],
        ['49', '69', `90009 ${digits(3)}`],
        ['49', '171', `39200${digits(2)}`],
      ]),
    france: () =>
      random.pick<PhoneParts>([
        ['33', '1', `99 00 ${digits(2)} ${digits(2)}`],
        ['33', '2', `61 91 ${digits(2)} ${digits(2)}`],
        ['33', '6', `39 98 ${digits(2)} ${digits(2)}`],
      ]),
    sweden: () => ['46', '8', `465 004 ${digits(2)}`],
    australia: () =>
      random.pick<PhoneParts>([
        ['61', '2', `5550 ${digits(4)}`],
        ['61', '7', `7010 ${digits(4)}`],
      ]),
  };
  if (plan === 'none')
    return random.weighted([
      ['', 80],
      ['n/a', 6],
      ['-', 6],
      ['via email pls', 3],
      ['0000000', 5],
    ]);
  const [countryCode, area, local] = byPlan[plan]();
  const compact = local.replaceAll(' ', '');
  if (plan === 'northAmerica') {
    const [exchange, line] = [compact.slice(0, 3), compact.slice(3)];
    return random.pick([
      `(${area}) ${exchange}-${line}`,
      `${area}-${exchange}-${line}`,
      `+1 ${area} ${exchange} ${line}`,
      `${area}.${exchange}.${line}`,
      `1${area}${exchange}${line}`,
      `+1${area}${exchange}${line}`,
      `${area} ${exchange} ${line} ext. ${random.between(11, 480)}`,
      `tel: ${area}-${exchange}-${line}`,
    ]);
  }
  return random.pick([
    `+${countryCode} ${area} ${local}`,
    `0${area} ${local}`,
    `+${countryCode} (0)${area} ${local}`,
    `00${countryCode}${area}${compact}`,
    `0${area}/${compact}`,
    `+${countryCode}${area}${compact}`,
    ` 0${area}-${compact}`,
  ]);
}
