/**
 * What the page Learn of the Salesforce package learns with: core's own learning, bundled into the module c/sbxLearning.
 *
 * It runs on the page's own thread. Lightning Web Security lets no component construct a Worker, so it hands the thread back between
 * steps instead, and the page draws how far it is.
 */
import { defaultSettings } from '../../core/src/author/learn/default-fields.ts';
import { proposePolicy } from '../../core/src/author/learn/publish/propose-policy.ts';
import { TableBuilder } from '../../core/src/author/learn/table/table-builder.ts';
import { train } from '../../core/src/author/learn/train.ts';
import type { Training } from '../../core/src/author/learn/training.ts';
import type { Policy } from '../../core/src/decide/model/policy.ts';
import { allFields } from '../../core/src/decide/policy/prepare.ts';
import { pastLeadOf, type PastLeadPage } from './past-leads.ts';

/** What is thrown where somebody stopped. */
export class Stopped extends Error {}

/** Told how far learning is; false stops it. */
export type Progress = (phase: string, done: number, all: number) => boolean;

/** A history that is being read, page by page. */
export class History {
  readonly #policy: Policy;
  readonly #builder: TableBuilder;
  readonly #factCount: number;

  /** @param policyText the live policy as SbxLearnPage sends it */
  constructor(policyText: string) {
    this.#policy = JSON.parse(policyText) as Policy;
    this.#factCount = allFields(this.#policy).length;
    this.#builder = new TableBuilder(this.#policy, 'thisCrm');
  }

  get count(): number {
    return this.#builder.count;
  }

  /** Takes a page in and says from where the next one goes on. */
  add(pageText: string, most: number): { last: string | null; isDone: boolean } {
    const { rows, last, isDone } = JSON.parse(pageText) as PastLeadPage;
    for (const row of rows.slice(0, Math.max(0, most - this.count))) {
      this.#builder.add(pastLeadOf(row, this.#factCount));
    }
    return { last, isDone: isDone || this.count >= most };
  }

  /**
   * Learns both axes, or says why not.
   *
   * @param now UTC milliseconds: the day of looking
   */
  learn(now: number, onProgress: Progress): Promise<Training> {
    const table = this.#builder.finish();
    const settings = defaultSettings(this.#policy);
    return train(
      table,
      this.#policy,
      settings,
      { asOf: now, now },
      {
        onProgress: async (phase, done, all) => {
          if (!onProgress(phase, done, all)) {
            throw new Stopped('Stopped.');
          }
          await new Promise((resolve) => setTimeout(resolve, 0));
        },
      },
    );
  }

  /** What goes into the draft, as SbxLearnedParts reads it; null where nothing better was learned. */
  partsOf(training: Training): string | null {
    const proposed = proposePolicy(this.#policy, training);
    const isFit = proposed.scorecards[0] !== this.#policy.scorecards[0];
    const isEngagement = proposed.scorecards[1] !== this.#policy.scorecards[1];
    if (!isFit && !isEngagement) {
      return null;
    }
    return JSON.stringify({
      scorecards: proposed.scorecards.filter(
        ({ axis }) => (axis === 'fit' && isFit) || (axis === 'engagement' && isEngagement),
      ),
      signals: isEngagement ? proposed.signals : null,
      fitHigh: isFit ? proposed.thresholds.fitHigh : null,
      engagementHigh: isEngagement ? proposed.thresholds.engagementHigh : null,
    });
  }

  /** How many leads have a value in each field from which somebody could learn. */
  known(): { label: string; fieldKey: string; count: number }[] {
    const { columns } = this.#builder.finish();
    return columns.map((column) => ({
      label: column.label,
      fieldKey: column.fieldKey,
      count:
        column.kind === 'number'
          ? column.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0)
          : column.codes.reduce((sum, code) => sum + (code < 0 ? 0 : 1), 0),
    }));
  }
}
