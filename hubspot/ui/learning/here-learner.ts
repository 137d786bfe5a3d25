import { defaultSettings } from '../../../core/src/author/learn/default-fields.ts';
import { train } from '../../../core/src/author/learn/train.ts';
import { TableBuilder } from '../../../core/src/author/learn/table/table-builder.ts';
import { assemble } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { DraftRow } from '../../handlers/rules/draft-row.ts';
import { policyRowsOf } from '../../handlers/rules/policy-rows.ts';
import { keptFields, pastOfLean, type LeanLead } from '../../handlers/learning/lean-lead.ts';
import type { LeadPageForm } from '../../handlers/learning/learning-forms.ts';
import {
  brokenHere,
  mostLeads,
  notesOf,
  nothingPublished,
  tooManyLeads,
} from '../../handlers/learning/learning-notes.ts';
import { countClosed, outcomesFromOf } from '../../handlers/learning/outcomes-from.ts';
import { tellTraining } from '../../handlers/learning/tell-training.ts';
import { isAway, type Backend, type Result } from '../backend/backend.ts';
import { notBegun, type LearningState } from './learning-state.ts';

/** What was read of a portal, page by page. */
type Reading = {
  readonly hash: string;
  readonly policy: Policy;
  readonly startedAt: number;
  readonly leads: LeanLead[];
  after: string | null;
  all: number;
  closedElsewhere: number;
  areDealsRead: boolean;
};

const tries = 3;

/** Somebody cancelled it, or began anew. */
class Cancelled extends Error {}

/** Time as the page has it. */
export type LearnerClock = { readonly now: () => number; readonly wait: (millis: number) => Promise<void> };

/**
 * Learns in the page itself, where the backend has no worker: asks for past leads page by page and trains between two drawings. It lives
 * as long as the page is open, and goes on after an error with the page that failed.
 */
export class HereLearner {
  readonly #backend: Backend;
  readonly #clock: LearnerClock;
  #state: LearningState = notBegun;
  #reading: Reading | null = null;
  /** Counts what was begun: an older one that still runs has nothing to say. */
  #run = 0;
  readonly #heard = new Set<() => void>();

  constructor(backend: Backend, clock: LearnerClock) {
    this.#backend = backend;
    this.#clock = clock;
  }

  /** Told of every change, until what this returns is called. */
  readonly subscribe = (heard: () => void): (() => void) => {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  };

  readonly state = (): LearningState => this.#state;

  /** @param hash of the live revision; null where none is published */
  async start(hash: string | null): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    this.#reading = null;
    if (hash === null) {
      this.#tell({ ...notBegun, state: 'failed', problem: nothingPublished });
      return;
    }
    this.#tell({ ...notBegun, state: 'reading', startedAt: this.#clock.now() });
    await this.#unlessCancelled(async () => {
      const revision = await this.#ask(run, () => this.#backend.call('revision', { hash }));
      if (revision === null) return;
      const { policy } = assemble(policyRowsOf(revision.rows as readonly DraftRow[]));
      const startedAt = this.#clock.now();
      this.#reading = {
        hash,
        policy,
        startedAt,
        leads: [],
        after: null,
        all: 0,
        closedElsewhere: 0,
        areDealsRead: true,
      };
      await this.#goOn(run, this.#reading);
    });
  }

  /** With the page that failed. */
  async goOn(hash: string | null): Promise<void> {
    const reading = this.#reading;
    if (reading === null) {
      await this.start(hash);
      return;
    }
    this.#run += 1;
    const run = this.#run;
    this.#tell({ ...this.#state, state: 'reading', refused: null });
    await this.#unlessCancelled(() => this.#goOn(run, reading));
  }

  cancel(): void {
    this.#run += 1;
    this.#reading = null;
    this.#tell({ ...notBegun, state: 'cancelled' });
  }

  async #goOn(run: number, reading: Reading): Promise<void> {
    for (;;) {
      const page = await this.#ask(run, () =>
        this.#backend.call('learningPage', { hash: reading.hash, after: reading.after }),
      );
      if (page === null) return;
      take(reading, page);
      if (reading.all > mostLeads) {
        this.#tell({ ...notBegun, state: 'failed', problem: tooManyLeads(reading.all) });
        return;
      }
      this.#tell({ ...this.#state, done: reading.leads.length, all: Math.max(reading.all, reading.leads.length) });
      if (page.after === null) break;
    }
    await this.#train(run, reading);
  }

  async #train(run: number, reading: Reading): Promise<void> {
    const { policy, leads } = reading;
    const fields = keptFields(policy);
    const builder = new TableBuilder(policy, outcomesFromOf(countClosed(leads), reading.closedElsewhere));
    leads.forEach((lead) => builder.add(pastOfLean(lead, fields)));
    const training = await train(
      builder.finish(),
      policy,
      defaultSettings(policy),
      { asOf: reading.startedAt, now: this.#clock.now() },
      {
        onProgress: async (phase, done, all) => {
          this.#tell({ ...this.#state, state: 'training', phase, done, all });
          await this.#clock.wait(0);
          this.#stillThis(run);
        },
      },
    );
    this.#reading = null;
    const result = tellTraining(training, reading.hash, notesOf(reading));
    this.#tell({ ...this.#state, state: 'done', result });
  }

  /** An answer; null where there is none after some tries, which the state says then. */
  async #ask<Content>(run: number, call: () => Promise<Result<Content>>): Promise<Content | null> {
    for (let attempt = 1; ; attempt += 1) {
      const result = await call();
      this.#stillThis(run);
      if (result.state === 'answered') return result.content;
      if (!isAway(result) || attempt === tries) {
        this.#tell({ ...this.#state, state: 'stopped', refused: result });
        return null;
      }
      await this.#clock.wait(2_000 * attempt);
      this.#stillThis(run);
    }
  }

  #stillThis(run: number): void {
    if (run !== this.#run) throw new Cancelled();
  }

  async #unlessCancelled(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Cancelled) return;
      this.#tell({ ...notBegun, state: 'failed', problem: brokenHere });
      throw error;
    }
  }

  #tell(state: LearningState): void {
    this.#state = state;
    this.#heard.forEach((heard) => heard());
  }
}

function take(reading: Reading, page: LeadPageForm): void {
  page.leads.forEach((lead) => reading.leads.push(lead));
  reading.after = page.after;
  reading.all = page.all ?? reading.all;
  reading.closedElsewhere += page.closedElsewhere;
  reading.areDealsRead &&= page.areDealsRead;
}
