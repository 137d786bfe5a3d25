import { describe, expect, test } from '@jest/globals';
import { cleanLeads, inspect, inspectChanged, lineOf, tableOf, type PastCase } from './small-history.ts';

/** Clean leads with one more field. */
function withField(fieldKey: string, valueOf: (lead: PastCase, place: number) => string | number | null) {
  return inspectChanged((lead, place) => ({ fields: { ...lead.fields, [fieldKey]: valueOf(lead, place) } }));
}

const dice = (place: number): number => ((place * 2_654_435_761) >>> 0) / 2 ** 32;

describe('Fields set afterwards', () => {
  const setLate = (every: number) =>
    inspectChanged(({ outcome, closed }, place) =>
      outcome === 'won' && place % every === 0 ? { changes: { employees: closed! + 1 } } : {},
    );

  test('A field that is filled in after the outcome may not teach, and its leads are witnesses', () => {
    const report = setLate(3);
    expect(report.excludedFields).toEqual([
      {
        fieldKey: 'employees',
        code: 'LRN019',
        reason: 'set after first touch or outcome on 367 of 1,100 leads (33 %), 367 of them after the outcome',
      },
    ]);
    expect(lineOf(report, 'LRN019')).toMatchObject({ grade: 'partial', recordCount: 367 });
    expect(lineOf(report, 'LRN019').witnesses[0]).toEqual({
      leadKey: 'lead-0',
      seen: 'employees set 2025-01-05, closed 2025-01-04',
    });
  });

  test('A field that is filled in after first touch may not teach either', () => {
    const report = inspectChanged(({ touched }) => ({ changes: { industry: touched! + 0.01 } }));
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'industry', code: 'LRN019' }]);
    expect(lineOf(report, 'LRN019').witnesses[0]!.seen).toContain('first touched');
  });

  test('A few corrections do not cost a field its place, but are said', () => {
    const report = setLate(99);
    expect(report.excludedFields).toEqual([]);
    expect(lineOf(report, 'LRN019')).toMatchObject({ grade: 'inPlace', recordCount: 12 });
    expect(lineOf(report, 'LRN019').found).toContain('employees on 12 leads (1 %)');
  });

  test('With values as of arrival, later refreshes do not matter; what is mostly learned later may not teach', () => {
    const report = inspectChanged((lead, place) => ({
      fields: {
        ...lead.fields,
        employees: place % 5 === 0 ? null : lead.fields['employees']!,
        need: place % 10 === 0 ? 'known early' : null,
      },
      changes: {
        industry: lead.closed! + 20,
        ...(place % 5 === 0 ? { employees: lead.closed! } : {}),
        ...(place % 10 > 6 ? { need: lead.touched! + 1 } : {}),
      },
    }));
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'need', code: 'LRN019' }]);
    const line = lineOf(report, 'LRN019');
    expect(line).toMatchObject({ grade: 'partial', recordCount: 330 });
    expect(line.found).toContain('since the history holds what they said on arrival: industry on 1,100 leads (100 %)');
  });

  test('Without times of change nothing is claimed', () => {
    expect(
      lineOf(
        inspectChanged(() => ({ changes: {} })),
        'LRN019',
      ).grade,
    ).toBe('partial');
  });
});

describe('Fields that know the outcome', () => {
  test('A field that only won leads have may not teach', () => {
    const report = withField('kickoff', ({ outcome }) => (outcome === 'won' ? 'spring' : null));
    expect(report.excludedFields).toEqual([
      { fieldKey: 'kickoff', code: 'LRN020', reason: 'filled in for 100.0 % of the won and 0.0 % of the others' },
    ]);
    expect(lineOf(report, 'LRN020').witnesses[0]).toEqual({ leadKey: 'lead-0', seen: 'won, kickoff spring' });
  });

  test('A field that only lost leads have may not teach', () => {
    const report = withField('competitor', ({ outcome }, place) =>
      outcome === 'lost' ? ['acme', 'globex', 'initech'][place % 3]! : null,
    );
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'competitor', code: 'LRN020' }]);
  });

  test('A field that won leads have more often than others stays', () => {
    const report = withField('budget', ({ outcome }, place) =>
      dice(place) < (outcome === 'won' ? 0.6 : 0.06) ? 'approved' : null,
    );
    expect(report.excludedFields).toEqual([]);
  });

  test('A number that is nought until a deal is won counts as not filled in', () => {
    const report = withField('seats', ({ outcome }, place) => (outcome === 'won' ? 5 + (place % 40) : 0));
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'seats', code: 'LRN020' }]);
  });

  test('Rarely filled in, but then always won, is knowledge of the outcome too', () => {
    const report = withField('stock', ({ outcome }, place) =>
      outcome === 'won' && place % 27 === 0 ? place % 5 : null,
    );
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'stock', code: 'LRN020' }]);
  });

  test('A field that is too strong alone may not teach, whatever its name', () => {
    const report = withField('x', ({ outcome }, place) =>
      Math.round(1_000 * (dice(place) + (outcome === 'won' ? 0.7 : 0))),
    );
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'x', code: 'LRN021' }]);
    expect(report.excludedFields[0]!.reason).toContain('nothing known on arrival does that');
  });

  test('A moderately strong field may not teach when its name speaks of afterwards', () => {
    const shares = ({ outcome }: PastCase, place: number): string =>
      dice(place) < (outcome === 'won' ? 0.65 : 0.1) ? 'high' : dice(place) < 0.85 ? 'middle' : 'low';
    expect(withField('callDuration', shares).excludedFields).toMatchObject([
      { fieldKey: 'callDuration', code: 'LRN021' },
    ]);
    expect(withField('callDuration', shares).excludedFields[0]!.reason).toContain(
      'its name speaks of afterwards ("duration")',
    );
    expect(withField('appetite', shares).excludedFields).toEqual([]);
  });

  test('A moderately strong field may not teach when some of its values never win', () => {
    const seconds = ({ outcome }: PastCase, place: number): number =>
      Math.round(outcome === 'won' ? 200 + 800 * dice(place) : 600 * dice(place) + (place % 8 === 0 ? 400 : 0));
    const report = withField('x', seconds);
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'x', code: 'LRN021' }]);
    expect(report.excludedFields[0]!.reason).toContain('hardly anybody is won');
  });

  test('A name alone is a suspicion and excludes nothing', () => {
    const report = withField('Lead Status', (_, place) => ['a', 'b', 'c'][Math.floor(dice(place) * 3)]!);
    expect(report.excludedFields).toEqual([]);
    expect(lineOf(report, 'LRN022')).toMatchObject({ grade: 'partial' });
    expect(lineOf(report, 'LRN022').found).toContain('"Lead Status"');
  });

  test('Hundreds of categories that mean nothing do not look strong', () => {
    const report = withField('landing', (_, place) => `page ${Math.floor(dice(place) * 200)}`);
    expect(report.excludedFields).toEqual([]);
    expect(lineOf(report, 'LRN021').grade).toBe('inPlace');
  });

  test('A figure of the times that follows the share of won is no leak', () => {
    const leads = cleanLeads().map((lead, place) => {
      const isWon = dice(place) < (place < 550 ? 0.05 : 0.75);
      const outcome = isWon ? ('won' as const) : ('lost' as const);
      return { ...lead, outcome, words: null, stage: null, fields: { ...lead.fields, rate: place < 550 ? 4 : 1 } };
    });
    expect(inspect(tableOf(leads)).excludedFields).toEqual([]);
  });

  test('Wins after the horizon count as wins for a field that is filled in on winning', () => {
    const report = inspectChanged((lead, place) => ({
      closed: lead.arrived! + (place % 2 === 0 ? 5 : 31),
      fields: { ...lead.fields, amount: lead.outcome === 'won' ? 100 : 0 },
    }));
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'amount', code: 'LRN020' }]);
  });
});

describe("Fields that can't teach", () => {
  test('Empty, constant and identifying fields are left out, each with its reason', () => {
    expect(withField('fax', () => null).excludedFields).toEqual([
      { fieldKey: 'fax', code: 'LRN024', reason: 'no value on any of 1,100 leads' },
    ]);
    expect(withField('brand', () => 'ours').excludedFields).toEqual([
      { fieldKey: 'brand', code: 'LRN025', reason: 'all leads have the same value, "ours"' },
    ]);
    expect(withField('format', () => 1).excludedFields).toMatchObject([{ fieldKey: 'format', code: 'LRN025' }]);
    expect(withField('website', (_, place) => `site-${Math.floor(place / 2)}.example`).excludedFields).toEqual([
      {
        fieldKey: 'website',
        code: 'LRN026',
        reason: '100 % of its values are those of one or two leads: an identifier',
      },
    ]);
  });

  test('A number that rises with every arrival is a running number', () => {
    const report = withField('ticket', (_, place) => 5_000 + place * 3);
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'ticket', code: 'LRN026' }]);
  });

  test('A field that is mostly missing stays, and is named', () => {
    const report = withField('revenue', (_, place) => (dice(place) < 0.1 ? place % 50 : null));
    expect(report.excludedFields).toEqual([]);
    expect(lineOf(report, 'LRN027')).toMatchObject({ grade: 'partial' });
    expect(lineOf(report, 'LRN027').found).toContain('revenue (known for');
  });

  test('A field with two reasons is named once, leakage first', () => {
    const report = inspectChanged((lead, place) => ({
      fields: { ...lead.fields, note: `text ${place}` },
      changes: { note: lead.closed! },
    }));
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'note', code: 'LRN019' }]);
  });
});
