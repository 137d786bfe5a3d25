/** A single value of the policy as ops read it. */
export type SettingWords = {
  readonly settingKey: string;
  readonly label: string;
  readonly help: string;
  readonly form: 'text' | 'whole' | 'destination' | 'instant';
};

export type SettingGroup = { readonly title: string; readonly settings: readonly SettingWords[] };

function setting(form: SettingWords['form'], settingKey: string, label: string, help: string): SettingWords {
  return { settingKey, label, help, form };
}

/** Every single value but the mode, which has a place of its own, and the format, which nobody changes. */
export const settingGroups: readonly SettingGroup[] = [
  {
    title: 'The policy',
    settings: [
      setting('text', 'name', 'Name', 'What this set of rules is called.'),
      setting('text', 'currencyCode', 'Currency', 'Three letters, such as USD. Expected values are counted in it.'),
      setting('instant', 'launchedAt', 'Live since', 'When the rules first went live. Empty before.'),
    ],
  },
  {
    title: 'What counts as high',
    settings: [
      setting('whole', 'fitHigh', 'Fit is high from', '0 to 100. Decides the row of the matrix.'),
      setting('whole', 'engagementHigh', 'Engagement is high from', '0 to 100. Decides the column of the matrix.'),
      setting('whole', 'intentHigh', 'Intent is high from', '0 to 100.'),
      setting('whole', 'capacityHigh', 'Capacity is high from', '0 to 100.'),
      setting('whole', 'highValue', 'High value from', 'Expected value in whole units of the currency.'),
    ],
  },
  {
    title: 'When a person decides',
    settings: [
      setting('whole', 'lowConfidence', 'Confidence is low below', '0 to 100. Below it a person decides.'),
      setting(
        'whole',
        'minimumCoverage',
        'Enough is known from',
        'Per cent of the fit points. Below it a question is asked.',
      ),
      setting(
        'whole',
        'reviewSharePercent',
        'Most leads of a day in review',
        'Per cent. Above it the overflow destination takes them, so that review never becomes a queue of its own.',
      ),
      setting(
        'destination',
        'reviewOverflowDestinationKey',
        'Review overflows to',
        'Takes what review has no room for.',
      ),
    ],
  },
  {
    title: 'Reading messages',
    settings: [
      setting('whole', 'inquiryPoints', 'Words count from', 'Points of phrases that an inquiry needs at least.'),
      setting('whole', 'inquiryMargin', 'And lead by', 'Points that the best inquiry needs before the next one.'),
      setting('whole', 'reactivatedAfterDays', 'Reactivated after', 'Days since a lost deal.'),
    ],
  },
  {
    title: 'Safety nets',
    settings: [
      setting(
        'destination',
        'fallbackDestinationKey',
        'When nothing else fits',
        'Every lead ends somewhere: this is the net.',
      ),
      setting('whole', 'auditDays', 'Audit after going live', 'Days in which nothing is closed out without a person.'),
      setting('destination', 'auditDestinationKey', 'Audit list', 'Takes what would be closed out in those days.'),
    ],
  },
  {
    title: 'How long records are kept',
    settings: [
      setting('whole', 'recordDays', 'Decisions', 'Days after which a decision is deleted.'),
      setting('whole', 'personalDays', 'Personal data', 'Days after which names and messages are erased from it.'),
    ],
  },
];

const labels: ReadonlyMap<string, string> = new Map([
  ['mode', 'Mode'],
  ...settingGroups.flatMap(({ settings }) =>
    settings.map(({ settingKey, label }): [string, string] => [settingKey, label]),
  ),
]);

/** What a setting is called where it is edited; its key where nobody edits it. */
export function labelOfSetting(settingKey: string): string {
  return labels.get(settingKey) ?? settingKey;
}
