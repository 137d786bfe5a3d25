import { describe, expect, test } from '@jest/globals';
import { cleanLeads, inspect, inspectChanged, lineOf, spanDays, stoppingCodes, tableOf } from './small-history.ts';

describe('Stages', () => {
  test('One stage for won and lost is named, with the leads behind it', () => {
    const report = inspectChanged((_, place) => (place % 50 < 2 ? { stage: 'Done' } : {}));
    const line = lineOf(report, 'LRN005');
    expect(line).toMatchObject({ grade: 'partial', isStopping: false });
    expect(line.found).toContain('"Done"');
    expect(line.witnesses[0]!.seen).toMatch(/^stage "Done", outcome won$/);
  });

  test('A stage that says won on lost leads stops once it is no accident', () => {
    const accident = inspectChanged((_, place) => (place === 1 ? { stage: 'Closed won' } : {}));
    expect(lineOf(accident, 'LRN005')).toMatchObject({ grade: 'partial', recordCount: 1 });
    const broken = inspectChanged((_, place) => (place % 3 === 1 && place < 300 ? { stage: 'Closed won' } : {}));
    expect(stoppingCodes(broken)).toEqual(['LRN005']);
    expect(lineOf(broken, 'LRN005').recordCount).toBe(100);
  });

  test('Open leads where won leads stand are closed leads that nobody counted', () => {
    const report = inspectChanged((lead, place) => ({
      stage: lead.outcome === 'won' ? 'Live' : lead.stage,
      ...(place % 30 === 0 ? { outcome: 'open' as const, closed: null, words: null } : {}),
    }));
    expect(lineOf(report, 'LRN006')).toMatchObject({ grade: 'partial', recordCount: 37 });
    expect(lineOf(report, 'LRN006').found).toContain('"Live"');
  });

  test('Open leads at a stage where lost leads were left behind are not suspected', () => {
    const report = inspectChanged((_, place) =>
      place % 3 === 1
        ? { stage: 'Contacted' }
        : place % 100 === 2
          ? { outcome: 'open', closed: null, words: null, stage: 'Contacted' }
          : {},
    );
    expect(lineOf(report, 'LRN006').grade).toBe('inPlace');
  });
});

describe('Closing times', () => {
  test('Wins without a closing time are counted', () => {
    const few = inspectChanged((_, place) => (place === 0 ? { closed: null } : {}));
    expect(lineOf(few, 'LRN007')).toMatchObject({ grade: 'partial', recordCount: 1 });
    expect(lineOf(few, 'LRN007').witnesses).toEqual([{ leadKey: 'lead-0', seen: 'won, no closing time' }]);
    const many = inspectChanged((_, place) => (place % 9 === 0 ? { closed: null } : {}));
    expect(lineOf(many, 'LRN007')).toMatchObject({ grade: 'missing', isStopping: false });
  });

  test('Shuffled dates stop, because time means nothing', () => {
    const report = inspectChanged((_, place) => ({ closed: (place * 7_919) % spanDays }));
    expect(stoppingCodes(report)).toContain('LRN008');
    expect(lineOf(report, 'LRN008').found).toContain('the order of time means nothing here');
    expect(lineOf(report, 'LRN008').witnesses).toHaveLength(20);
  });

  test('A closing noted by its day alone is not before the hour of arrival', () => {
    const report = inspectChanged(({ arrived }) => ({ closed: Math.floor(arrived!) }));
    expect(lineOf(report, 'LRN008').grade).toBe('inPlace');
  });

  test('A closing after the day of looking is named with both days', () => {
    const report = inspectChanged((_, place) => (place === 7 ? { closed: 900 } : {}));
    expect(lineOf(report, 'LRN009')).toMatchObject({
      grade: 'partial',
      witnesses: [{ leadKey: 'lead-7', seen: 'closed 2027-06-20, looked at 2026-02-01' }],
    });
  });
});

describe('Missing outcomes', () => {
  const unclosed = (every: number) =>
    inspectChanged((lead, place) =>
      lead.outcome === 'lost' && place % every !== 0
        ? { outcome: 'open', closed: null, words: null, stage: 'New' }
        : {},
    );

  test('Old leads that nobody closed are a share of the old ones only', () => {
    expect(lineOf(unclosed(2), 'LRN010')).toMatchObject({ grade: 'partial', isStopping: false });
    expect(lineOf(unclosed(1_000), 'LRN010').grade).toBe('missing');
    expect(lineOf(unclosed(1_000), 'LRN010').found).toMatch(
      /of 923 leads older than 90 days \(67 %\) were never closed/,
    );
  });

  test("A team's own word for converted, read as open, is found", () => {
    const report = inspectChanged((_, place) =>
      place % 20 === 0 ? { outcome: 'open', words: 'Converted - partner', stage: null, closed: null } : {},
    );
    expect(lineOf(report, 'LRN011').grade).toBe('missing');
    expect(lineOf(report, 'LRN011').found).toContain('"Converted - partner"');
  });

  test('A word that says nothing is found by its closing time', () => {
    const report = inspectChanged((_, place) => (place < 5 ? { outcome: 'open', words: 'Abschluss' } : {}));
    expect(lineOf(report, 'LRN011')).toMatchObject({ grade: 'partial', recordCount: 5 });
  });

  test('A word read as its contrary is found', () => {
    const report = inspectChanged((_, place) => (place === 0 ? { words: 'Closed Lost' } : {}));
    expect(lineOf(report, 'LRN011').witnesses).toEqual([{ leadKey: 'lead-0', seen: '"Closed Lost" was read as won' }]);
  });

  test('"Not won" and "Potential customer" are not taken for wins', () => {
    const report = inspectChanged((_, place) =>
      place % 3 === 1 ? { words: place % 2 === 0 ? 'Not won' : 'Potential customer' } : {},
    );
    expect(lineOf(report, 'LRN011').grade).toBe('inPlace');
  });
});

describe('Reasons and owners', () => {
  test('A reason that says nothing is no reason', () => {
    const empty = ['Other', 'n/a', '-', 'N.A.', ' ', 'Unknown'];
    const report = inspectChanged((_, place) => ({
      reason: place % 2 === 0 ? empty[(place / 2) % 6]! : 'Too expensive',
    }));
    expect(lineOf(report, 'LRN012')).toMatchObject({ grade: 'partial', recordCount: 550 });
    expect(lineOf(report, 'LRN012').found).toContain('550 say nothing: "Other", "n/a", "-"');
  });

  test('Lacking reasons are missing, and said of won and lost apart', () => {
    const report = inspectChanged(({ outcome }) => (outcome === 'lost' ? { reason: null } : {}));
    expect(lineOf(report, 'LRN012')).toMatchObject({ grade: 'missing', isStopping: false });
    expect(lineOf(report, 'LRN012').found).toContain('100 % of the won, 0 % of the lost');
  });

  test('Lacking owners are counted among closed leads', () => {
    const report = inspectChanged((_, place) => (place % 3 === 2 ? { owner: null } : {}));
    expect(lineOf(report, 'LRN013')).toMatchObject({ grade: 'partial', recordCount: 366 });
  });
});

describe('Duplicates', () => {
  test('The same key twice is partial up to one in a hundred, and stops above', () => {
    const few = inspectChanged((_, place) => (place >= 1_090 ? { leadKey: `lead-${place - 500}` } : {}));
    expect(lineOf(few, 'LRN014')).toMatchObject({ grade: 'partial', recordCount: 10, isStopping: false });
    expect(lineOf(few, 'LRN014').witnesses[0]).toEqual({ leadKey: 'lead-590', seen: 'also in row 591 of the history' });
    const many = inspectChanged((_, place) => (place >= 1_080 ? { leadKey: `lead-${place - 500}` } : {}));
    expect(stoppingCodes(many)).toEqual(['LRN014']);
  });

  test('People with several leads are counted once less than their leads', () => {
    const report = inspectChanged((_, place) => (place % 9 < 2 ? { person: `person-${place - (place % 9)}` } : {}));
    expect(lineOf(report, 'LRN015')).toMatchObject({ grade: 'partial', recordCount: 123 });
    expect(lineOf(report, 'LRN015').witnesses[0]).toEqual({ leadKey: 'lead-1', seen: 'same person as "lead-0"' });
  });

  test('Won and lost within a horizon contradict each other, a year apart they do not', () => {
    const near = inspectChanged((_, place) => (place % 9 < 2 ? { person: `person-${place - (place % 9)}` } : {}));
    expect(lineOf(near, 'LRN016')).toMatchObject({ grade: 'missing', recordCount: 123 });
    expect(lineOf(near, 'LRN016').witnesses[0]).toEqual({
      leadKey: 'lead-1',
      seen: 'lost, while "lead-0" of 2025-01-01 was won',
    });
    const far = inspectChanged((_, place) => (place >= 1_000 ? { person: `person-${1_099 - place}` } : {}));
    expect(lineOf(far, 'LRN016').grade).toBe('inPlace');
    expect(lineOf(far, 'LRN015').recordCount).toBe(100);
  });

  test('Without people nothing is claimed about them', () => {
    const report = inspectChanged(() => ({ person: null }));
    expect(lineOf(report, 'LRN015').grade).toBe('partial');
    expect(lineOf(report, 'LRN016').grade).toBe('partial');
  });
});

describe('Where outcomes come from', () => {
  test('A file is partial; a CRM, this one or another in step, is in place', () => {
    const gradeOf = (from: 'thisCrm' | 'otherCrm' | 'file') =>
      lineOf(inspect(tableOf(cleanLeads(), from)), 'LRN017').grade;
    expect([gradeOf('thisCrm'), gradeOf('otherCrm'), gradeOf('file')]).toEqual(['inPlace', 'inPlace', 'partial']);
  });

  test('Wins that stop while leads go on stop training', () => {
    const report = inspectChanged((lead) =>
      lead.closed! > 300 ? { outcome: 'open', closed: null, words: null, stage: 'New' } : {},
    );
    expect(stoppingCodes(report)).toEqual(['LRN018']);
    expect(lineOf(report, 'LRN018').found).toMatch(/^The newest win is of 2025-10-2\d, the newest lead of 2025-12-31/);
    expect(lineOf(report, 'LRN018').recordCount).toBeGreaterThan(150);
  });

  test('A history that simply ends is not taken for a broken one', () => {
    const report = inspect(tableOf(cleanLeads().filter(({ arrived }) => arrived! < 200)));
    expect(lineOf(report, 'LRN018').grade).toBe('inPlace');
  });

  test('Rare wins are silent for weeks without being broken', () => {
    const leads = cleanLeads().map((lead, place) =>
      lead.outcome === 'won' && place % 75 !== 0 ? { ...lead, outcome: 'lost' as const } : lead,
    );
    expect(lineOf(inspect(tableOf(leads)), 'LRN018').grade).toBe('inPlace');
  });
});

describe('The newest twenty deals', () => {
  test('are closed leads from the newest on, each with its own faults', () => {
    const report = inspectChanged((_, place) =>
      place === 1_095 ? { reason: 'n/a', owner: null } : place === 1_096 ? { stage: 'Closed won' } : {},
    );
    expect(report.recentDeals).toHaveLength(20);
    const times = report.recentDeals.map(({ closedAt }) => closedAt!);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    const faultsOf = (leadKey: string) => report.recentDeals.find((deal) => deal.leadKey === leadKey)?.faults;
    expect(faultsOf('lead-1095')).toEqual(['a close reason that says nothing', 'no final owner']);
    expect(faultsOf('lead-1096')).toEqual(['the stage says won']);
    expect(faultsOf('lead-1099')).toEqual([]);
    expect(lineOf(report, 'LRN023')).toMatchObject({ grade: 'inPlace', recordCount: 2 });
  });

  test('are missing when nothing was ever closed', () => {
    const report = inspectChanged(() => ({ outcome: 'open', closed: null, words: null, stage: null }));
    expect(report.recentDeals).toEqual([]);
    expect(lineOf(report, 'LRN023').grade).toBe('missing');
  });

  test('leave those without a closing time for last', () => {
    const report = inspect(
      tableOf(cleanLeads(12).map((lead, place) => (place === 11 ? { ...lead, closed: null } : lead))),
    );
    expect(report.recentDeals.at(-1)).toMatchObject({
      leadKey: 'lead-11',
      closedAt: null,
      faults: ['no closing time'],
    });
  });
});
