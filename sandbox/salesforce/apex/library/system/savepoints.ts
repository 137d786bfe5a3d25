import { Unsupported } from '../../run/apex-object.ts';
import { execution } from '../../run/execution.ts';
import type { Members } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { countUse, useLimit } from './limits.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';
import { transactionState } from './transaction-state.ts';

/** A System.Savepoint of one transaction. */
export class ApexSavepoint extends PlatformObject {
  readonly mark: object;
  /** Whether there was anything yet that stood in the way of a callout. */
  readonly hadPendingWork: boolean;
  /** Until it is released, or the records go back to an earlier one. */
  isValid = true;

  static {
    setTypeOf(this, 'System.Savepoint');
  }

  constructor(mark: object) {
    super();
    this.mark = mark;
    this.hadPendingWork = transactionState().hasPendingWork;
  }
}

/** The valid savepoints of each transaction, in their order. */
const savepoints = new WeakMap<object, ApexSavepoint[]>();

function setSavepoint(): ApexSavepoint {
  const { org } = execution();
  const mark = org.savepoint?.() ?? refuseWithoutData();
  useLimit('DMLStatements');
  countUse('Savepoints');
  const savepoint = new ApexSavepoint(mark);
  savepoints.set(execution(), [...validSavepoints(), savepoint]);
  return savepoint;
}

/** The records are as they were; ids of records in variables and static fields stay, as documented. */
function rollback(given: ApexSavepoint | null): void {
  const savepoint = checkValid(given);
  useLimit('DMLStatements');
  countUse('SavepointRollbacks');
  execution().org.rollback?.(savepoint.mark);
  transactionState().hasPendingWork = savepoint.hadPendingWork;
  leaveAfter(savepoint);
}

function release(given: ApexSavepoint | null): void {
  const savepoint = checkValid(given);
  leaveAfter(savepoint);
  savepoint.isValid = false;
}

function validSavepoints(): readonly ApexSavepoint[] {
  return (savepoints.get(execution()) ?? []).filter((each) => each.isValid);
}

function checkValid(given: ApexSavepoint | null): ApexSavepoint {
  const savepoint = given ?? raiseNullArgument();
  return validSavepoints().includes(savepoint)
    ? savepoint
    : raise('System.TypeException', 'This savepoint is invalid: it was released, rolled back, or set elsewhere.');
}

function leaveAfter(savepoint: ApexSavepoint): void {
  const all = validSavepoints();
  all.slice(all.indexOf(savepoint) + 1).forEach((each) => (each.isValid = false));
}

function refuseWithoutData(): never {
  throw new Unsupported('Database.setSavepoint', 'an org without data');
}

/** Statics of System.Database about savepoints. */
export const savepointMembers: Members = {
  'System.Savepoint setSavepoint()': setSavepoint,
  'void rollback(System.Savepoint databaseSavepoint)': rollback,
  'void releaseSavepoint(System.Savepoint databaseSavepoint)': release,
};
