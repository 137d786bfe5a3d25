import { execution } from '../../run/execution.ts';
import { meter } from '../../run/meter.ts';
import type { Implementation, Members } from '../define.ts';
import { limitOf } from './running-job.ts';
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

const counters: Readonly<Record<string, () => number>> = {
  CpuTime: () => Math.trunc((cpuUnits() - transactionState().cpuBase) / statementsOfMillisecond),
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

function readCounter(name: string): Implementation {
  return counters[name] ?? (() => transactionState().used.get(name) ?? 0);
}

export const limitsMembers: Members = Object.fromEntries(
  Object.entries(limits).flatMap(([name, limit]): [string, Implementation][] => [
    [`Integer get${name}()`, readCounter(name)],
    [`Integer getLimit${name}()`, () => limitOf(name, limit)],
  ]),
);
