import { describe, expect, it } from '@jest/globals';
import { beginConcurrent } from './begin-concurrent.ts';

const insert = (name: string) => `insert new Lead(LastName = '${name}', Company = 'Engines');`;
const make = `${insert('Ada')} ${insert('Bob')} return null;`;

describe('a transaction that runs amid another', () => {
  it('does not see what that has not committed, and is seen by what comes after it', () => {
    const { org, run, note, noted, amid } = beginConcurrent({
      outer: `${insert('Ada')} Integer before = [SELECT COUNT() FROM Lead]; update new Lead(Id = [SELECT Id FROM Lead LIMIT 1].Id, LastName = 'Countess');
        ${insert('Last')} return before + ' ' + [SELECT COUNT() FROM Lead];`,
      inner: `${insert('Bob')} return [SELECT COUNT() FROM Lead];`,
    });
    let inserts = 0;
    org.interleave(({ kind, depth }) => {
      inserts += kind === 'DML' && depth === 1 ? 1 : 0;
      return kind === 'DML' && depth === 1 && inserts === 3 ? () => note('inner') : null;
    });
    expect(run('outer')).toBe('1 3');
    expect(noted).toEqual(['inner: 1']);
    amid('commit', '', () => note('names'));
    run('outer');
    expect(noted[1]).toBe('names: Countess,Bob,Last');
    org.interleave(null);
    expect(run('names')).toBe('Countess,Bob,Last,Ada,Last');
  });

  it('keeps what it committed where the outer one fails', () => {
    const { org, run, note } = beginConcurrent({
      outer: `${insert('Ada')} ${insert('Eve')} Integer x = 1 / (0 * 1); return null;`,
      inner: `${insert('Bob')} return null;`,
    });
    let count = 0;
    org.interleave(({ kind, depth }) => {
      count += kind === 'DML' && depth === 1 ? 1 : 0;
      return kind === 'DML' && depth === 1 && count === 2 ? () => note('inner') : null;
    });
    expect(run('outer')).toBe('System.MathException: Divide by 0');
    org.interleave(null);
    expect([count, run('names')]).toEqual([2, 'Bob']);
  });

  it('has static fields, limits and triggers of its own, and gives the outer ones back', () => {
    const counter = 'public class Counter { public static Integer count = 1; }';
    const trigger = `trigger Numbers on Lead (before insert) { Counter.count += 1;
      for (Lead each : Trigger.new) { each.Title = Trigger.new.size() + ' ' + Counter.count + ' ' + [SELECT COUNT() FROM Log__c]; } }`;
    const { run, note, noted, amid } = beginConcurrent(
      {
        outer: `Counter.count = 10; Integer used = Limits.getDmlStatements(); ${insert('Ada')}
          Lead made = [SELECT Title FROM Lead WHERE LastName = 'Ada'];
          return Counter.count + ' ' + made.Title + ' ' + Limits.getDmlStatements() + ' ' + Limits.getQueries() + ' ' + Trigger.isExecuting;`,
        inner: `Boolean isExecuting = Trigger.isExecuting; Integer first = Counter.count; insert new Log__c(Text__c = 'x'); ${insert('Bob')}
          return isExecuting + ' ' + first + ' ' + Counter.count + ' ' + Limits.getDmlStatements();`,
      },
      [counter, trigger],
    );
    amid('SOQL', 'Log__c', () => note('inner'));
    expect(run('outer')).toBe('11 1 11 1 1 2 false');
    expect(noted).toEqual(['inner: false 1 2 2']);
  });

  it('may set off as many triggers within each other as if it were alone', () => {
    const chain = `trigger Chain on Log__c (after insert) {
      Integer left = Trigger.new[0].Number__c.intValue();
      if (left > 0) { insert new Log__c(Number__c = left - 1); } else { Integer plans = [SELECT COUNT() FROM Plan__c]; } }`;
    const deep = 'insert new Log__c(Number__c = 9); return [SELECT COUNT() FROM Log__c];';
    const { run, note, noted, amid } = beginConcurrent({ outer: deep, inner: deep }, [chain]);
    amid('SOQL', 'Plan__c', () => note('inner'));
    expect(run('outer')).toBe('20');
    expect(noted).toEqual(['inner: 10']);
  });

  it('may be interrupted itself', () => {
    const { org, run, note, noted } = beginConcurrent({
      one: `${insert('One')} return [SELECT COUNT() FROM Lead];`,
      two: `${insert('Two')} return [SELECT COUNT() FROM Lead];`,
      three: `${insert('Three')} return [SELECT COUNT() FROM Lead];`,
    });
    const next = ['two', 'three'];
    org.interleave(({ kind, depth }) => {
      const name = kind === 'SOQL' && depth <= 2 ? next.shift() : undefined;
      return name === undefined ? null : () => note(name);
    });
    expect(run('one')).toBe('3');
    expect(noted).toEqual(['three: 1', 'two: 2']);
    org.interleave(null);
    expect(run('names').split(',').sort()).toEqual(['One', 'Three', 'Two']);
  });

  it('can go back to its savepoints, and the outer one to its own', () => {
    const { run, note, amid } = beginConcurrent({
      outer: `${insert('Ada')} Savepoint start = Database.setSavepoint(); ${insert('Eve')} insert new Log__c(Text__c = 'x'); Database.rollback(start); return null;`,
      inner: `Savepoint start = Database.setSavepoint(); ${insert('Bob')} Database.rollback(start); ${insert('Cy')} return null;`,
    });
    amid('DML', 'Log__c', () => note('inner'));
    run('outer');
    expect(run('names').split(',').sort()).toEqual(['Ada', 'Cy']);
  });

  it('runs jobs that were committed and none that was not', () => {
    const add = `public class Add implements Queueable { private String name; public Add(String name) { this.name = name; }
      public void execute(QueueableContext context) { insert new Log__c(Text__c = name); } }`;
    const { org, run, runJobs, amid } = beginConcurrent(
      {
        early: "System.enqueueJob(new Add('early')); return null;",
        outer: `System.enqueueJob(new Add('late')); ${insert('Ada')} return [SELECT COUNT() FROM Log__c];`,
      },
      [add],
    );
    run('early');
    const counts: number[] = [];
    amid('DML', 'Lead', () => counts.push(runJobs().count));
    expect(run('outer')).toBe('1');
    org.interleave(null);
    expect([...counts, runJobs().count]).toEqual([1, 1]);
  });

  it('vanishes with the test that the outer one belongs to', () => {
    const { org, run, note, amid } = beginConcurrent({
      outer: `${insert('Ada')} ${insert('Eve')} return null;`,
      inner: `${insert('Bob')} return null;`,
    });
    org.store.isolate(() => {
      amid('commit', '', () => note('inner'));
      run('outer');
      org.interleave(null);
      expect(run('names').split(',').sort()).toEqual(['Ada', 'Bob', 'Eve']);
    });
    expect(run('names')).toBe('');
  });
});

describe('locks between transactions', () => {
  const blocks = {
    make,
    outer: `Lead ada = [SELECT Id FROM Lead WHERE LastName = 'Ada' FOR UPDATE]; update new Lead(Id = ada.Id, Title = 'outer');
      insert new Log__c(Text__c = 'x'); return [SELECT Title FROM Lead WHERE Id = :ada.Id].Title;`,
    change:
      "try { update new Lead(Id = [SELECT Id FROM Lead WHERE LastName = 'Ada'].Id, Title = 'inner'); return 'done'; } catch (DmlException thrown) { return thrown.getDmlStatusCode(0); }",
    lock: "try { return [SELECT Id FROM Lead WHERE LastName = 'Ada' FOR UPDATE].size(); } catch (QueryException thrown) { return thrown.getMessage().left(26); }",
    erase: "delete [SELECT Id FROM Lead WHERE LastName = 'Ada']; return null;",
    other: "update new Lead(Id = [SELECT Id FROM Lead WHERE LastName = 'Bob'].Id, Title = 'free'); return 'done';",
  };

  it('make the inner one fail on rows that the outer one has locked or changed, and on no others', () => {
    const { run, note, noted, amid } = beginConcurrent(blocks);
    run('make');
    amid('DML', 'Log__c', () => ['change', 'lock', 'erase', 'other'].forEach(note));
    expect(run('outer')).toBe('outer');
    expect(noted.map((each) => each.slice(0, 140))).toEqual([
      'change: UNABLE_TO_LOCK_ROW',
      'lock: Record Currently Unavailab',
      expect.stringContaining('UNABLE_TO_LOCK_ROW'),
      'other: done',
    ]);
    // Afterwards the row is free again.
    expect(run('change')).toBe('done');
  });

  it('hold for unique values that are not committed, and for those that are about to be given up', () => {
    const plan = (key: string) => `insert new Plan__c(Name = 'p', Key__c = '${key}');`;
    const refused = (statement: string) =>
      `try { ${statement} return 'done'; } catch (DmlException thrown) { return thrown.getDmlStatusCode(0); }`;
    const { run, note, noted, amid } = beginConcurrent({
      give: `${plan('B')} return null;`,
      outer: `${plan('A')} update new Plan__c(Id = [SELECT Id FROM Plan__c WHERE Key__c = 'B'].Id, Key__c = 'C'); insert new Log__c(Text__c = 'x'); return null;`,
      late: `insert new Log__c(Text__c = 'y'); ${refused(plan('Z'))}`,
      z: `${plan('z')} return 'done';`,
      a: refused(plan('a')),
      b: refused(plan('B')),
      c: refused(plan('C')),
      d: refused(plan('D')),
    });
    run('give');
    amid('DML', 'Log__c', () => ['a', 'b', 'c', 'd'].forEach(note));
    run('outer');
    expect(noted).toEqual(['a: UNABLE_TO_LOCK_ROW', 'b: UNABLE_TO_LOCK_ROW', 'c: UNABLE_TO_LOCK_ROW', 'd: done']);
    // What the inner one has committed, the outer one meets.
    amid('DML', 'Log__c', () => note('z'));
    expect(run('late')).toBe('DUPLICATE_VALUE');
  });

  it('let the inner one wait for the outer one where that is asked for', () => {
    const { run, note, noted, amid } = beginConcurrent(blocks);
    run('make');
    amid('DML', 'Log__c', () => note('change'), 'wait');
    expect(run('outer')).toBe('outer');
    expect(noted).toEqual(['change: done']);
    expect(run('lock')).toBe('1');
  });

  it('make the outer one fail where it asks for a row of one that waits for it: a dead-lock', () => {
    const { run, note, noted, amid } = beginConcurrent({
      make,
      outer: `update new Lead(Id = [SELECT Id FROM Lead WHERE LastName = 'Ada'].Id, Title = 'outer'); insert new Log__c(Text__c = 'x');
        try { update new Lead(Id = [SELECT Id FROM Lead WHERE LastName = 'Bob'].Id, Title = 'outer'); return 'done'; }
        catch (DmlException thrown) { return thrown.getDmlStatusCode(0); }`,
      inner: `update new Lead(Id = [SELECT Id FROM Lead WHERE LastName = 'Bob'].Id, Title = 'inner');
        update new Lead(Id = [SELECT Id FROM Lead WHERE LastName = 'Ada'].Id, Title = 'inner'); return 'done';`,
      titles:
        "List<String> seen = new List<String>(); for (Lead each : [SELECT Title FROM Lead ORDER BY Id]) { seen.add(each.Title); } return String.join(seen, ',');",
    });
    run('make');
    amid('DML', 'Log__c', () => note('inner'), 'wait');
    expect(run('outer')).toBe('UNABLE_TO_LOCK_ROW');
    expect(noted).toEqual(['inner: done']);
    expect(run('titles')).toBe('inner,inner');
  });
});

describe('what runs amid a transaction and throws', () => {
  it('does not reach the Apex of that transaction', () => {
    const { org, program, run, amid } = beginConcurrent(
      { outer: `try { ${insert('Ada')} return 'quiet'; } catch (Exception thrown) { return 'caught'; }` },
      ['public class Broken { public static void run() { Integer x = 1 / (0 * 1); } }'],
    );
    amid('DML', 'Lead', () => {
      const transaction = program.begin();
      org.transact(() => transaction.call('Broken', 'run', []));
    });
    expect(() => run('outer')).toThrow('What ran amid a transaction ended with System.MathException: Divide by 0');
    org.interleave(null);
    expect(run('names')).toBe('');
  });
});
