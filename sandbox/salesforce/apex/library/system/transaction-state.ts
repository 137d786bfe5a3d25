import { execution, type Execution } from '../../run/execution.ts';

/** What the library remembers within one transaction, beside the static fields of source. */
export interface TransactionState {
  test: 'before' | 'started' | 'stopped';
  /** Costs at the last Test.startTest or Test.stopTest: limits count from there. */
  cpuBase: number;
  heapBase: number;
  /** What Test.setMock was given, by the interface's canonical name. */
  readonly mocks: Map<string, object>;
  /** What Test.setFixedSearchResults was given: nothing else is found by a search in a test. */
  fixedSearchResults: ReadonlySet<string>;
  readonly pageMessages: object[];
  readonly rest: { request: object | null; response: object | null };
  /** Whether records were changed, or jobs or events handed over, since the last start or rollback: callouts are refused then. */
  hasPendingWork: boolean;
  /** Uses of limits since the last Test.startTest or Test.stopTest. */
  readonly used: Map<string, number>;
}

const states = new WeakMap<Execution, TransactionState>();

/** The state of the running transaction: made when it is first asked for. */
export function transactionState(): TransactionState {
  const key = execution();
  let state = states.get(key);
  if (state === undefined) {
    state = {
      test: 'before',
      cpuBase: 0,
      heapBase: 0,
      mocks: new Map(),
      fixedSearchResults: new Set(),
      pageMessages: [],
      rest: { request: null, response: null },
      hasPendingWork: false,
      used: new Map(),
    };
    states.set(key, state);
  }
  return state;
}

/** Notes that the running transaction has done what only its end makes final. */
export function notePendingWork(): void {
  transactionState().hasPendingWork = true;
}
