import { Uncatchable } from '../../apex/run/apex-object.ts';
import type { Step, StepKind } from './step.ts';

/** A step at which a transaction is to end without its code noticing. */
export interface KillPlan {
  readonly before: StepKind;
  /** The how many-th such step from now on; the first by default. */
  readonly nth?: number;
  /** Only steps whose subject contains this text. */
  readonly about?: string;
  /** Whether the finalizer of a killed job still runs, with UNHANDLED_EXCEPTION; it does by default. */
  readonly finalizer?: 'runs' | 'is lost';
}

/** Ends a transaction from outside: what it changed is undone, and neither catch nor finally blocks of Apex run. */
export class Killed extends Uncatchable {
  readonly losesFinalizer: boolean;

  constructor(step: Step, losesFinalizer: boolean) {
    super(`The transaction was killed before ${step.kind}${step.subject === '' ? '' : `: ${step.subject}`}`);
    this.name = 'Killed';
    this.losesFinalizer = losesFinalizer;
  }
}

/** The kills that are still to come: each happens once. */
export class KillPlans {
  private plans: { readonly plan: KillPlan; left: number }[] = [];

  get isEmpty(): boolean {
    return this.plans.length === 0;
  }

  add(plan: KillPlan): void {
    this.plans.push({ plan, left: plan.nth ?? 1 });
  }

  /** Those that have not come yet will not. */
  clear(): void {
    this.plans = [];
  }

  /** Throws Killed where it is the turn of one of them. */
  check(step: Step): void {
    for (const each of this.plans) {
      const { before, about } = each.plan;
      if (before === step.kind && (about === undefined || step.subject.includes(about))) {
        each.left -= 1;
      }
    }
    const due = this.plans.find((each) => each.left === 0);
    if (due !== undefined) {
      this.plans = this.plans.filter((each) => each !== due);
      throw new Killed(step, due.plan.finalizer === 'is lost');
    }
  }
}
