import { describe, expect, test } from '@jest/globals';
import {
  asOf,
  cleanLeads,
  day,
  inspect,
  inspectChanged,
  lineOf,
  spanDays,
  start,
  stoppingCodes,
  tableOf,
} from './small-history.ts';

describe('A clean history', () => {
  const report = inspect(tableOf(cleanLeads()));

  test('has every line in place, with nothing to do', () => {
    expect(
      report.lines.filter(({ grade }) => grade !== 'inPlace').map(({ code, found }) => `${code} ${found}`),
    ).toEqual([]);
    expect(report.lines.filter(({ next }) => next !== '')).toEqual([]);
    expect(report).toMatchObject({ excludedFields: [], isStopped: false });
  });

  test('names its figures', () => {
    expect(lineOf(report, 'LRN001').found).toBe('367 of 1,100 answered leads were won, the others were not.');
    expect(lineOf(report, 'LRN029').found).toMatch(/33\.\d % from 2025-01-01/);
  });

  test('has each code once and the same lines in the same order each time', () => {
    const codes = report.lines.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(inspect(tableOf(cleanLeads()))).toEqual(report);
  });

  test('has the same lines in the same order as a broken one', () => {
    const broken = inspect(tableOf(cleanLeads(5)));
    expect(broken.lines.map(({ code }) => code)).toEqual(report.lines.map(({ code }) => code));
  });
});

describe('Too little data', () => {
  test('An empty history stops with one clear sentence', () => {
    const report = inspect(tableOf([]));
    expect(lineOf(report, 'LRN001')).toMatchObject({ grade: 'missing', found: 'The history holds no leads at all.' });
    expect(report.isStopped).toBe(true);
  });

  test('Five rows get a clear verdict', () => {
    const report = inspect(tableOf(cleanLeads(5)));
    expect(stoppingCodes(report)).toEqual(['LRN002']);
    expect(lineOf(report, 'LRN002').found).toBe(
      '2 wins and 3 other answered leads: a card needs 30 of each at the very least.',
    );
    expect(report.recentDeals).toHaveLength(5);
  });

  test('Twenty-nine wins stop, thirty are prior-driven, three hundred are enough', () => {
    const withWins = (wins: number) => {
      let left = wins;
      return inspectChanged((lead) =>
        lead.outcome === 'won' && (left -= 1) < 0 ? { outcome: 'lost', words: 'Lost', stage: 'Closed lost' } : {},
      );
    };
    expect(lineOf(withWins(29), 'LRN002')).toMatchObject({ grade: 'missing', isStopping: true });
    expect(lineOf(withWins(30), 'LRN002')).toMatchObject({ grade: 'partial', isStopping: false });
    expect(lineOf(withWins(30), 'LRN002').found).toContain('prior-driven');
    expect(lineOf(withWins(300), 'LRN002').grade).toBe('inPlace');
  });

  test('Fewer than thirty leads that were not won stop as well', () => {
    let others = 0;
    const report = inspectChanged((lead) =>
      lead.outcome === 'lost' && (others += 1) > 29 ? { outcome: 'won', words: 'Won', stage: 'Closed won' } : {},
    );
    expect(stoppingCodes(report)).toEqual(['LRN002']);
  });

  test('A list of customers, all won, is told apart from a history', () => {
    const report = inspectChanged(() => ({ outcome: 'won', words: 'Won', stage: 'Closed won' }));
    expect(lineOf(report, 'LRN001')).toMatchObject({ grade: 'missing', isStopping: true });
    expect(lineOf(report, 'LRN001').found).toContain('as in a list of customers');
  });

  test('A history without wins says so, and where its wins are lost', () => {
    const report = inspectChanged(({ outcome }) => (outcome === 'won' ? { closed: null } : {}));
    expect(stoppingCodes(report)).toEqual(['LRN001', 'LRN002', 'LRN007']);
    expect(lineOf(report, 'LRN001').found).toContain('367 wins');
  });

  test('Leads that are all too young have no answer, and the sentence says why', () => {
    const report = inspect(tableOf(cleanLeads()), start + 20 * day);
    expect(lineOf(report, 'LRN001').found).toMatch(
      /^None of 1,100 leads has an answer: \d+ are younger than the horizon/,
    );
  });
});

describe('Time and pace', () => {
  test('Three weeks of leads are no season', () => {
    const report = inspectChanged(({ arrived, closed }) => ({
      arrived: (arrived! * 21) / spanDays,
      closed: (arrived! * 21) / spanDays + closed! - arrived!,
    }));
    expect(lineOf(report, 'LRN003')).toMatchObject({ grade: 'missing', isStopping: false });
    expect(report.isStopped).toBe(false);
  });

  test('A few wins a month are said to be few, with the wait that they mean', () => {
    const leads = cleanLeads(240);
    const line = lineOf(inspect(tableOf(leads)), 'LRN004');
    expect(line).toMatchObject({ grade: 'partial', isStopping: false });
    expect(line.found).toContain('6.7 wins a month: 300 wins take 45 months');
  });

  test('Censored leads are counted, with those that were won already', () => {
    const lookedAt = start + 210 * day;
    const report = inspect(tableOf(cleanLeads().filter(({ arrived }) => arrived! < 205)), lookedAt);
    const line = lineOf(report, 'LRN028');
    expect(line.grade).toBe('inPlace');
    expect(line.found).toMatch(/^\d+ of 618 leads \(12 %\) are younger than the horizon of 30 days/);
    expect(line.found).toMatch(/Of them \d+ were won already/);
    const young = inspect(tableOf(cleanLeads().filter(({ arrived }) => arrived! > 180 && arrived! < 205)), lookedAt);
    expect(lineOf(young, 'LRN028').grade).toBe('partial');
    expect(lineOf(young, 'LRN028').witnesses).toHaveLength(20);
  });

  test('A share won that changed fourfold is shown by quarter; a shift of a few leads is not', () => {
    const changed = inspectChanged(({ outcome }, place) =>
      outcome === 'won' && place < 550 && place % 4 !== 0
        ? { outcome: 'lost', words: 'Lost', stage: 'Closed lost' }
        : {},
    );
    expect(lineOf(changed, 'LRN029')).toMatchObject({ grade: 'partial', isStopping: false });
    expect(lineOf(changed, 'LRN029').found).toMatch(/8\.\d % from 2025-01-01.*33\.\d % from/);
    const few = inspect(
      tableOf(
        cleanLeads(40).map((lead, place) => ({ ...lead, outcome: place % 10 === 0 || place > 34 ? 'won' : 'lost' })),
      ),
    );
    expect(lineOf(few, 'LRN029').found).toContain('no more than by chance');
  });

  test('Arrivals at one instant stop, because nothing says when leads came', () => {
    const report = inspectChanged((_, place) => (place < 700 ? { arrived: 10, closed: 15 } : {}));
    expect(stoppingCodes(report)).toContain('LRN031');
    expect(lineOf(report, 'LRN031').found).toContain(
      '700 leads of 1,100 (64 %) arrived at the same instant, on 2025-01-11',
    );
    expect(lineOf(report, 'LRN031').recordCount).toBe(700);
  });

  test('Arrivals in the future or unknown are counted, and stop when most are', () => {
    const some = inspectChanged((_, place) => (place < 10 ? { arrived: null } : place < 15 ? { arrived: 9_000 } : {}));
    expect(lineOf(some, 'LRN030')).toMatchObject({ grade: 'partial', recordCount: 15 });
    expect(lineOf(some, 'LRN030').found).toContain('10 of 1,100 leads have no arrival, and 5');
    const most = inspectChanged((_, place) => (place < 700 ? { arrived: null } : {}));
    expect(stoppingCodes(most)).toContain('LRN030');
  });

  test('The day of looking ends the history', () => {
    expect(inspect(tableOf(cleanLeads()), asOf).isStopped).toBe(false);
    expect(inspect(tableOf(cleanLeads()), start - day).isStopped).toBe(true);
  });
});
