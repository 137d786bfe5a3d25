import type { AttributeBins } from '../bins/attribute-bins.ts';
import { encodeLeads } from '../bins/encode-leads.ts';
import type { LeadTable } from '../table/lead-table.ts';

/** One attribute with the points of its codes: missing, other, then its bins. 0 is the average lead. */
export type AttributePoints = {
  bins: AttributeBins;
  points: number[];
  /** How many leads of the training had each code. */
  evidence: number[];
  varianceHundredths: number[];
};

/** What a signal is worth: whole points for each time, faded by half-life, up to a cap. */
export type SignalPoints = {
  signalKey: string;
  label: string;
  points: number;
  halfLifeDays: number;
  capPoints: number;
};

/** A card as it adds up, before any calibration. */
export type AdditiveCard = {
  basePoints: number;
  attributes: AttributePoints[];
  signals: SignalPoints[];
};

/**
 * The points of leads, as the engine would add them up.
 *
 * @param signalPoints whole points from signals by row; null when the card has none
 */
export function addPoints(
  card: AdditiveCard,
  table: LeadTable,
  rows: Int32Array,
  signalPoints: Int32Array | null,
): Int32Array {
  const encoded = encodeLeads(
    table,
    rows,
    card.attributes.map(({ bins }) => bins),
  );
  return addCodePoints(card, encoded.codes, rows.length, signalPoints);
}

/** The same of leads that are encoded already. */
export function addCodePoints(
  card: AdditiveCard,
  codes: readonly Uint8Array[],
  rowCount: number,
  signalPoints: Int32Array | null,
): Int32Array {
  const sums = signalPoints === null ? new Int32Array(rowCount) : Int32Array.from(signalPoints);
  for (let row = 0; row < rowCount; row += 1) {
    sums[row]! += card.basePoints;
  }
  card.attributes.forEach(({ points }, attribute) => {
    const own = codes[attribute]!;
    for (let row = 0; row < rowCount; row += 1) {
      sums[row]! += points[own[row]!]!;
    }
  });
  return sums;
}
