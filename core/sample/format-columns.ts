import { industryByKey } from './industries.ts';
import type { RandomStream } from './random.ts';

const bands: readonly (readonly [low: number, high: number])[] = [
  [1, 10],
  [11, 50],
  [51, 200],
  [201, 500],
  [501, 1000],
  [1001, 5000],
  [5001, 10000],
];

const grouped = (value: number, mark: string): string => String(value).replace(/\B(?=(\d{3})+$)/g, mark);

const rounded = (value: number): number =>
  value < 40 ? value : value < 400 ? Math.round(value / 10) * 10 : Math.round(value / 100) * 100;

/** A head count the way people, forms and enrichment tools write it. */
export function employeesEntry(random: RandomStream, employees: number, language: string): string {
  const band = bands.find(([low, high]) => low <= employees && employees <= high);
  const mark = ['de', 'es', 'nl', 'pt'].includes(language) ? '.' : language === 'fr' ? ' ' : ',';
  return random.weighted<() => string>([
    [() => String(employees), 36],
    [() => (band === undefined ? '10000+' : `${band[0]}-${band[1]}`), 26],
    [() => grouped(rounded(employees), mark), 12],
    [() => `~${rounded(employees)}`, 7],
    [() => `${rounded(employees)}+`, 5],
    [() => (band === undefined ? '> 10.000' : `${band[0]} - ${band[1]} employees`), 4],
    [() => `ca. ${rounded(employees)}`, 4],
    [() => (employees >= 1000 ? `${Math.round(employees / 100) / 10}k` : ` ${employees} `), 3],
    [() => random.pick(['many', 'N/A', 'unknown', 'see website', '-', 'a lot', '0']), 3],
  ])();
}

export function revenueEntry(
  random: RandomStream,
  employees: number,
  industryKey: string,
  countryCode: string,
): string {
  const euros = Math.max(
    60000,
    Math.round((employees * industryByKey(industryKey).revenuePerEmployee * random.between(60, 140)) / 100000) * 1000,
  );
  const millions = Math.round(euros / 100000) / 10;
  const local = String(millions).replace('.', ',');
  const sign = countryCode === 'GB' ? '£' : ['US', 'CA', 'AU'].includes(countryCode) ? '$' : '€';
  return random.pick([
    `${sign}${millions}M`,
    String(euros),
    `${local} Mio EUR`,
    `${sign}${grouped(euros, ',')}`,
    `EUR ${millions}m`,
    `${sign}${Math.round(millions)}m`,
    `${grouped(euros, '.')} ${sign}`,
    `${Math.max(1, Math.floor(millions * 0.7))}-${Math.ceil(millions * 1.4)}M`,
    random.pick(['n/a', 'confidential', '-', 'none', 'not public']),
  ]);
}

export function moneyEntry(random: RandomStream, value: number): string {
  return random.weighted([
    [String(value), 62],
    [grouped(value, ','), 14],
    [`$${grouped(value, ',')}`, 8],
    [`${Math.round(value / 1000)}k`, 8],
    [`EUR ${grouped(value, '.')}`, 5],
    ['tbd', 3],
  ]);
}

export function languageEntry(random: RandomStream, language: string): string {
  const entries: Readonly<Record<string, readonly string[]>> = {
    en: ['en', 'EN', 'English', 'en-US', 'en_GB', 'english'],
    de: ['de', 'German', 'Deutsch', 'de-DE', 'deutsch'],
    fr: ['fr', 'French', 'français', 'fr-FR'],
    es: ['es', 'Spanish', 'español', 'es-ES'],
    pt: ['pt', 'Portuguese', 'pt-BR', 'português'],
    nl: ['nl', 'Dutch', 'nl-NL', 'Nederlands'],
    pl: ['pl', 'Polish', 'polski'],
    ja: ['ja', 'Japanese', '日本語', 'ja-JP', 'JP'],
  };
  return random.pick(entries[language] ?? ['']);
}
