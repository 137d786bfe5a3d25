import { execution } from '../../run/execution.ts';
import { meter } from '../../run/meter.ts';
import type { Implementation, Members } from '../define.ts';
import { raise } from '../raise.ts';
import { limitOf, runningJob } from './running-job.ts';
import { transactionState } from './transaction-state.ts';

/**
 * The documented limits of a synchronous transaction, by the name that stands behind `get` and `getLimit`. What this
 * runtime does not do stays at 0 used.
 */
const limits: Readonly<Record<string, number>> = {
  AggregateQueries: 300,
  ApexCursorRows: 50_000_000,
  ApexCursors: 10_000,
  AsyncCalls: 200,
  Callouts: 100,
  ChildRelationshipsDescribes: 100,
  CpuTime: 10_000,
  DatabaseTime: 10_000,
  DMLRows: 10_000,
  DMLStatements: 150,
  EmailInvocations: 10,
  FetchCallsOnApexCursor: 10,
  FieldsDescribes: 100,
  FieldSetsDescribes: 100,
  FindSimilarCalls: 100,
  FutureCalls: 50,
  HeapSize: 6_000_000,
  MobilePushApexCalls: 10,
  PicklistDescribes: 100,
  PublishImmediateDML: 150,
  Queries: 100,
  QueryLocatorRows: 10_000,
  QueryRows: 50_000,
  QueueableJobs: 50,
  RecordTypesDescribes: 100,
  RunAs: 20,
  SavepointRollbacks: 150,
  Savepoints: 150,
  ScriptStatements: 200_000,
  SoslQueries: 20,
};

/** About what a simple statement costs on the platform; a proxy, since time measured here says nothing of time there. */
const statementsOfMillisecond = 1000;

/** Statements executed, those that builtins are charged for included. */
export function cpuUnits(): number {
  return execution().statements() + meter.builtinUnits;
}

function readCpuTime(): number {
  return Math.trunc((cpuUnits() - transactionState().cpuBase) / statementsOfMillisecond);
}

const counters: Readonly<Record<string, () => number>> = {
  CpuTime: readCpuTime,
  // All that was ever allocated: more than what lives, which nothing here measures.
  HeapSize: () => Math.min(meter.allocatedBytes - transactionState().heapBase, 2_147_483_647),
  ScriptStatements: () => Math.min(cpuUnits() - transactionState().cpuBase, 2_147_483_647),
};

/** Test.startTest and Test.stopTest begin a fresh set of limits. */
export function resetLimits(): void {
  const state = transactionState();
  state.cpuBase = cpuUnits();
  state.heapBase = meter.allocatedBytes;
  state.used.clear();
}

/** Counts a use of a limit by the name behind `get`: countUse('Queries'). */
export function countUse(limit: string, by = 1): void {
  const { used } = transactionState();
  used.set(limit, (used.get(limit) ?? 0) + by);
}

/** How the platform words that a limit was exceeded. */
const words: Readonly<Record<string, string>> = {
  Callouts: 'Too many callouts',
  DMLRows: 'Too many DML rows',
  DMLStatements: 'Too many DML statements',
  EmailInvocations: 'Too many Email Invocations',
  FutureCalls: 'Too many future calls',
  PublishImmediateDML: 'Too many publish immediate DML statements',
  Queries: 'Too many SOQL queries',
  QueryLocatorRows: 'Too many query locator rows',
  QueryRows: 'Too many query rows',
  QueueableJobs: 'Too many queueable jobs added to the queue',
  SoslQueries: 'Too many SOSL queries',
};

/** Counts a use of a limit and ends the transaction where it goes beyond: useLimit('Queries') → "Too many SOQL queries: 101". */
export function useLimit(limit: string, by = 1): void {
  countUse(limit, by);
  const used = transactionState().used.get(limit) ?? 0;
  if (used > limitOf(limit, limits[limit] ?? Infinity)) {
    raise('System.LimitException', `${words[limit] ?? limit}: ${String(used)}`);
  }
}

/** Ends the transaction where its statements would have taken more of an org's processor than it may. */
export function refuseLongRun(): void {
  if (readCpuTime() > limitOf('CpuTime', limits['CpuTime'] ?? Infinity)) {
    raise('System.LimitException', 'Apex CPU time limit exceeded');
  }
}

let rowLimit = 'QueryRows';

/** Runs queries whose rows count against another limit: countRowsAs('QueryLocatorRows', () => org.query(…)). */
export function countRowsAs<T>(limit: string, action: () => T): T {
  const earlier = rowLimit;
  rowLimit = limit;
  try {
    return action();
  } finally {
    rowLimit = earlier;
  }
}

/** Counts a query and its rows. Custom metadata may be queried as often as one likes, as documented. */
export function countQuery(text: string): void {
  if (!/\bfrom\s+\w+__mdt\b/i.test(text)) {
    useLimit('Queries');
  }
}

/** Counts what a query found. Where a batch starts, any query in brackets may be that of its locator. */
export function countRows(rows: number): void {
  if (runningJob()?.part === 'start') {
    countUse(rowLimit, rows);
  } else {
    useLimit(rowLimit, rows);
  }
}

function readCounter(name: string): Implementation {
  return counters[name] ?? (() => transactionState().used.get(name) ?? 0);
}

export const limitsMembers: Members = Object.fromEntries(
  Object.entries(limits).flatMap(([name, limit]): [string, Implementation][] => [
    [`Integer get${name}()`, readCounter(name)],
    [`Integer getLimit${name}()`, () => limitOf(name, limit)],
  ]),
);
