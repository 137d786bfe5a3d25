import { describe, expect, it } from '@jest/globals';
import { displayName } from '../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { plain, query, refusal, SmallOrg } from './small-org.ts';

const org = new SmallOrg();
const ada = org.add('User', { Name: 'Ada' });
const bob = org.add('User', { Name: 'Bob' });
const deals: readonly (readonly [string, string, number | null, string, string])[] = [
  ['A', 'Won', 100, ada, '2026-01-10'],
  ['B', 'won', 50.5, bob, '2026-04-10'],
  ['C', 'Lost', null, ada, '2025-12-31'],
  ['D', 'Lost', 20, ada, '2025-11-30'],
];
for (const [Name, StageName, Amount, OwnerId, CloseDate] of deals) {
  org.add('Opportunity', { Name, StageName, Amount, OwnerId, CloseDate, FiscalYear: 2026 });
}

const rows = (text: string) => query(org, text).rows.map(plain);
const refused = (text: string) => refusal(() => query(org, text)).replace('System.QueryException: ', '');

describe('an aggregate query', () => {
  it('counts rows as a number', () => {
    const result = query(org, "SELECT COUNT() FROM Opportunity WHERE StageName = 'Won'");
    expect(result).toMatchObject({ count: 2, totalSize: 2, rows: [], rowCount: 1 });
    expect(query(org, 'SELECT COUNT() FROM Opportunity LIMIT 3').count).toBe(3);
    expect(query(org, 'SELECT COUNT() FROM Lead').count).toBe(0);
    expect(refused('SELECT COUNT(), Name FROM Opportunity')).toBe(
      'COUNT() must be the only element in the SELECT list',
    );
  });

  it('gives one row without groups, also where nothing is found', () => {
    expect(
      rows(
        'SELECT COUNT(Id), COUNT(Amount) n, SUM(Amount), AVG(Amount) a, MIN(Amount), MAX(CloseDate) FROM Opportunity',
      ),
    ).toEqual([{ expr0: 4, n: 3, expr1: 170.5, a: 56.833333333333336, expr2: 20, expr3: '2026-04-10' }]);
    expect(rows('SELECT COUNT(Id), SUM(Amount) s, MAX(Name) m FROM Opportunity WHERE Amount > 1000')).toEqual([
      { expr0: 0, s: null, m: null },
    ]);
    expect(rows('SELECT COUNT_DISTINCT(StageName) FROM Opportunity')).toEqual([{ expr0: 2 }]);
    expect(rows('SELECT SUM(FiscalYear) FROM Opportunity')).toEqual([{ expr0: 8104 }]);
  });

  it('groups by fields, also of parents', () => {
    const result = query(org, 'SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName');
    expect(result.rows.map(plain)).toEqual([
      { stagename: 'Won', expr0: 2 },
      { stagename: 'Lost', expr0: 2 },
    ]);
    expect(result.columns.map(({ name }) => name)).toEqual(['StageName', 'expr0']);
    expect(result.rows.map(({ type }) => displayName(type))).toEqual(['AggregateResult', 'AggregateResult']);
    expect(rows('SELECT Owner.Name, SUM(Amount) total FROM Opportunity GROUP BY Owner.Name')).toEqual([
      { name: 'Ada', total: 120 },
      { name: 'Bob', total: 50.5 },
    ]);
    expect(rows('SELECT OwnerId, StageName s FROM Opportunity GROUP BY OwnerId, StageName')).toEqual([
      { ownerid: ada, s: 'Won' },
      { ownerid: bob, s: 'won' },
      { ownerid: ada, s: 'Lost' },
    ]);
  });

  it('groups by parts of dates', () => {
    expect(
      rows('SELECT CALENDAR_YEAR(CloseDate) y, COUNT(Id) n FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate)'),
    ).toEqual([
      { y: 2026, n: 2 },
      { y: 2025, n: 2 },
    ]);
  });

  it('keeps the groups that HAVING asks for, and sorts them', () => {
    const grouped = 'SELECT OwnerId, COUNT(Id) n FROM Opportunity GROUP BY OwnerId';
    expect(rows(`${grouped} HAVING COUNT(Id) > 1`)).toEqual([{ ownerid: ada, n: 3 }]);
    expect(rows(`${grouped} HAVING SUM(Amount) < 100 AND OwnerId != null`)).toEqual([{ ownerid: bob, n: 1 }]);
    expect(rows(`${grouped} ORDER BY COUNT(Id)`)).toEqual([
      { ownerid: bob, n: 1 },
      { ownerid: ada, n: 3 },
    ]);
    expect(rows(`${grouped} ORDER BY OwnerId DESC LIMIT 1`)).toEqual([{ ownerid: bob, n: 1 }]);
  });

  it('counts for the limit on rows by its groups where it only counts, and by its records otherwise', () => {
    expect(query(org, 'SELECT COUNT(Id) FROM Opportunity').rowCount).toBe(1);
    expect(query(org, 'SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName').rowCount).toBe(2);
    expect(query(org, 'SELECT StageName, SUM(Amount) FROM Opportunity GROUP BY StageName').rowCount).toBe(4);
  });

  it('is refused for what is neither grouped nor aggregated, or cannot be', () => {
    expect(refused('SELECT Name, COUNT(Id) FROM Opportunity')).toBe('Field must be grouped or aggregated: Name');
    expect(refused('SELECT COUNT(Id) FROM Opportunity GROUP BY StageName ORDER BY Name')).toBe(
      'Ordered field must be grouped or aggregated: Name',
    );
    expect(refused('SELECT SUM(Name) FROM Opportunity')).toBe('field Name does not support aggregate operator SUM');
    expect(refused('SELECT COUNT(Id) FROM Opportunity GROUP BY Amount')).toBe(
      "field 'Amount' can not be grouped in a query call",
    );
    expect(refused('SELECT StageName, COUNT(Id) StageName FROM Opportunity GROUP BY StageName')).toBe(
      'duplicate alias: StageName',
    );
    expect(refused('SELECT COUNT(Id) FROM Opportunity LIMIT 1')).toContain('cannot also use LIMIT');
    expect(refused('SELECT COUNT(Id) FROM Opportunity GROUP BY Colour')).toContain("No such column 'Colour'");
  });
});
