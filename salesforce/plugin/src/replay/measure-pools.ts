import { createFairnessMeter, type FairnessMeter } from '../../../../core/src/author/report/measure-fairness.ts';
import type { RunContext } from '../../../../core/src/author/run/run-context.ts';
import type { DecisionRecord } from '../../../../core/src/decide/model/decision-record.ts';

/** A pool's turns, and the largest deviation of any member from their share. */
export type PoolMeasure = { turns: number; largestDeviation: number };

/** Measures fairness over decisions of several policies: what a member got more under one makes up for less under another. */
export class PoolMeter {
  readonly #meters = new Map<string, FairnessMeter>();

  add(record: DecisionRecord, { policy, context }: RunContext): void {
    const meter = this.#meters.get(context.policyHash) ?? createFairnessMeter(policy);
    this.#meters.set(context.policyHash, meter);
    meter.add(record);
  }

  /** By pool. */
  finish(): Map<string, PoolMeasure> {
    const turns = new Map<string, number>();
    const deviations = new Map<string, Map<string, number>>();
    for (const pool of [...this.#meters.values()].flatMap((meter) => meter.finish((key) => key))) {
      turns.set(pool.poolKey, (turns.get(pool.poolKey) ?? 0) + pool.turns);
      const members = deviations.get(pool.poolKey) ?? new Map<string, number>();
      deviations.set(pool.poolKey, members);
      for (const { memberKey, deviation } of pool.members) {
        members.set(memberKey, (members.get(memberKey) ?? 0) + deviation);
      }
    }
    return new Map(
      [...turns].map(([pool, count]) => {
        const all = [...(deviations.get(pool)?.values() ?? [])].map(Math.abs);
        return [pool, { turns: count, largestDeviation: Math.max(0, ...all) }];
      }),
    );
  }
}
