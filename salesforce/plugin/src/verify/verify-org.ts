import { readDecisions, type StoredDecision } from '../org/decisions.ts';
import type { Org } from '../org/org.ts';
import { numberOrNull, textOrNull } from '../org/read-values.ts';
import { soqlInstant } from '../org/since.ts';
import { Snapshots } from '../org/snapshots.ts';
import { checkDecision } from './check-decision.ts';
import { SealChain } from './check-seals.ts';
import { checkTexts } from './check-texts.ts';
import type { Verification } from '../results/verify-result.ts';

export type VerifyRequest = {
  /** Decisions from this instant on; null for all. */
  readonly since: number | null;
  /** A last seal that somebody kept elsewhere. */
  readonly keptSeal: string | null;
  readonly onProgress: (done: number, total: number) => void;
};

/**
 * Checks what an org keeps, from outside of it: every text against its fingerprint, the chain of revisions, every seal in
 * order, and every decision, which is made again from its record and has to come out to the same bytes.
 *
 * Example: `(await verifyOrg(org, { since: null, keptSeal: null, onProgress: () => {} })).findings` is empty for a sound org.
 */
export async function verifyOrg(org: Org, { since, keptSeal, onProgress }: VerifyRequest): Promise<Verification> {
  const result = emptyVerification();
  const snapshots = await Snapshots.of(org);
  await checkTexts(org, snapshots, result);
  const first = await firstSealed(org, since);
  const chain = new SealChain(result, first === null ? null : await sealBefore(org, first));
  let keptIsThere = keptSeal === null;
  let waiting = 0;
  const check = async (decision: StoredDecision): Promise<void> => {
    await checkDecision(decision, snapshots, result);
    chain.add(decision);
    keptIsThere ||= decision.seal === keptSeal;
    onProgress(result.decisions, waiting);
  };
  const count = (total: number): void => {
    waiting = result.sealed + total;
  };
  if (first !== null) {
    const sealed = `WHERE SealNumber__c >= ${first} ORDER BY SealNumber__c, Id`;
    for await (const decision of readDecisions(org, sealed, count)) await check(decision);
  }
  const from = since === null ? '' : ` AND DecidedAt__c >= ${soqlInstant(since)}`;
  const unsealed = `WHERE SealNumber__c = NULL${from} ORDER BY DecidedAt__c, Id`;
  for await (const decision of readDecisions(org, unsealed, count)) await check(decision);
  if (!keptIsThere) {
    const found = 'is not the seal of any row that was looked at';
    result.findings.push({ code: 'VER015', about: 'the seal that you kept', found });
  }
  return result;
}

function emptyVerification(): Verification {
  return {
    revisions: 0,
    snapshots: 0,
    decisions: 0,
    decidedAgain: 0,
    erased: 0,
    sealed: 0,
    unsealed: 0,
    firstSealNumber: null,
    lastSeal: null,
    findings: [],
  };
}

/** The number of the first sealed row to look at; null where none is sealed. */
async function firstSealed(org: Org, since: number | null): Promise<number | null> {
  const from = since === null ? '' : ` AND DecidedAt__c >= ${soqlInstant(since)}`;
  const clauses = `WHERE SealNumber__c != NULL${from} ORDER BY SealNumber__c LIMIT 1`;
  const [record] = await org.selectAll('SbxDecision__c', ['SealNumber__c'], clauses);
  return record === undefined ? null : numberOrNull(record, 'SealNumber__c');
}

/** The seal of the row before; empty before the first row, null where that row is gone. */
async function sealBefore(org: Org, first: number): Promise<string | null> {
  if (first === 1) return '';
  const [record] = await org.selectAll('SbxDecision__c', ['Seal__c'], `WHERE SealNumber__c = ${first - 1} LIMIT 1`);
  return record === undefined ? null : textOrNull(record, 'Seal__c');
}
