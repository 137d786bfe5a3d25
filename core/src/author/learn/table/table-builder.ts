import type { Policy } from '../../../decide/model/policy.ts';
import { lost, open, won, type ClosingFacts, type LeadColumn, type LeadTable, type TextColumn } from './lead-table.ts';
import { keptFields } from './kept-fields.ts';
import type { PastLead } from './past-lead.ts';

const outcomeCodes = { open, won, lost } as const;

/** A text column that grows. Each text is kept once. */
class GrowingTexts {
  readonly texts: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #codes: number[] = [];

  add(text: string | null): void {
    if (text === null) {
      this.#codes.push(-1);
      return;
    }
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.texts.length;
      this.#places.set(text, place);
      this.texts.push(text);
    }
    this.#codes.push(place);
  }

  finish(fieldKey: string, label: string): TextColumn {
    return { kind: 'text', fieldKey, label, texts: this.texts, codes: Int32Array.from(this.#codes) };
  }
}

/**
 * Collects past leads, one at a time and in any order, into columns. It keeps the policy's fields and drops names, addresses
 * and words: nothing personal is needed to learn.
 */
export class TableBuilder {
  readonly #fields: { position: number; fieldKey: string; label: string; isNumber: boolean }[];
  readonly #texts: GrowingTexts[];
  readonly #numbers: number[][];
  readonly #signalPlaces = new Map<string, number>();
  readonly #leadKeys: string[] = [];
  readonly #arrivedAt: number[] = [];
  readonly #outcomes: number[] = [];
  readonly #closedAt: number[] = [];
  readonly #firstTouchAt: number[] = [];
  readonly #nativeScores: number[] = [];
  readonly #personKeys: (string | null)[] = [];
  readonly #words = {
    outcome: new GrowingTexts(),
    stage: new GrowingTexts(),
    reason: new GrowingTexts(),
    owner: new GrowingTexts(),
  };
  readonly #changes = new Map<string, { row: number; changedAt: number }[]>();
  readonly #deeds = { rows: [] as number[], signals: [] as number[], at: [] as number[], occurrences: [] as number[] };
  readonly #outcomesFrom: ClosingFacts['outcomesFrom'];

  /** @param policy whose fields and signals are kept */
  constructor(policy: Policy, outcomesFrom: ClosingFacts['outcomesFrom']) {
    this.#outcomesFrom = outcomesFrom;
    this.#fields = keptFields(policy).map(({ position, fieldKey, label, fieldType }) => ({
      position,
      fieldKey,
      label,
      isNumber: fieldType === 'number',
    }));
    this.#texts = this.#fields.map(() => new GrowingTexts());
    this.#numbers = this.#fields.map(() => []);
    policy.signals.forEach(({ signalKey }, place) => this.#signalPlaces.set(signalKey, place));
  }

  get count(): number {
    return this.#leadKeys.length;
  }

  add(lead: PastLead): void {
    const row = this.#leadKeys.length;
    this.#leadKeys.push(lead.leadKey);
    this.#arrivedAt.push(lead.arrivedAt ?? Number.NaN);
    this.#outcomes.push(outcomeCodes[lead.outcome]);
    this.#closedAt.push(lead.closedAt ?? Number.NaN);
    this.#firstTouchAt.push(lead.firstTouchAt ?? Number.NaN);
    this.#nativeScores.push(lead.nativeScore ?? Number.NaN);
    this.#personKeys.push(lead.personKey);
    this.#words.outcome.add(lead.outcomeWords);
    this.#words.stage.add(lead.stage);
    this.#words.reason.add(lead.closeReason);
    this.#words.owner.add(lead.finalOwner);
    this.#fields.forEach(({ position, isNumber }, place) => {
      if (isNumber) {
        this.#numbers[place]!.push(lead.facts.numbers[position] ?? Number.NaN);
      } else {
        this.#texts[place]!.add(lead.facts.texts[position] ?? null);
      }
    });
    for (const { fieldKey, changedAt } of lead.changes) {
      const changes = this.#changes.get(fieldKey) ?? [];
      changes.push({ row, changedAt });
      this.#changes.set(fieldKey, changes);
    }
    for (const { signalKey, occurredAt, occurrences } of lead.activities) {
      const signal = this.#signalPlaces.get(signalKey);
      if (signal !== undefined) {
        this.#deeds.rows.push(row);
        this.#deeds.signals.push(signal);
        this.#deeds.at.push(occurredAt);
        this.#deeds.occurrences.push(occurrences);
      }
    }
  }

  finish(): LeadTable {
    const nativeScores = Float64Array.from(this.#nativeScores);
    return {
      rowCount: this.count,
      leadKeys: this.#leadKeys,
      arrivedAt: Float64Array.from(this.#arrivedAt),
      outcomes: Uint8Array.from(this.#outcomes),
      closedAt: Float64Array.from(this.#closedAt),
      columns: this.#fields.map(({ fieldKey, label, isNumber }, place): LeadColumn =>
        isNumber
          ? { kind: 'number', fieldKey, label, values: Float64Array.from(this.#numbers[place]!) }
          : this.#texts[place]!.finish(fieldKey, label),
      ),
      activities: {
        signalKeys: [...this.#signalPlaces.keys()],
        rows: Int32Array.from(this.#deeds.rows),
        signals: Uint16Array.from(this.#deeds.signals),
        occurredAt: Float64Array.from(this.#deeds.at),
        occurrences: Float64Array.from(this.#deeds.occurrences),
      },
      nativeScores: nativeScores.every(Number.isNaN) ? null : nativeScores,
      closing: {
        personKeys: this.#personKeys,
        outcomeWords: this.#words.outcome.finish('outcome', 'outcome'),
        stages: this.#words.stage.finish('stage', 'stage'),
        closeReasons: this.#words.reason.finish('closeReason', 'close reason'),
        finalOwners: this.#words.owner.finish('finalOwner', 'final owner'),
        firstTouchAt: Float64Array.from(this.#firstTouchAt),
        changedAt: new Map(
          [...this.#changes].map(([fieldKey, changes]) => {
            const changedAt = new Float64Array(this.count).fill(Number.NaN);
            for (const change of changes) {
              changedAt[change.row] = change.changedAt;
            }
            return [fieldKey, changedAt];
          }),
        ),
        outcomesFrom: this.#outcomesFrom,
      },
    };
  }
}
