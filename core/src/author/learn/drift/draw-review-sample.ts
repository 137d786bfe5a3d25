import { compareText } from '../../../decide/model/text.ts';

/** A decided lead: whether it was passed on to sales or turned away, and the score by which. */
export type DecidedLead = { leadKey: string; score: number; isAccepted: boolean };

/** Every week those that were turned away with least doubt; every quarter the two groups at the border as well. */
export type ReviewCadence = 'weekly' | 'quarterly';

/** A lead that a person should look at, and why it was drawn. */
export type DrawnLead = {
  leadKey: string;
  group: 'lowestRejected' | 'lowestAccepted' | 'highestRejected';
  score: number;
  reason: string;
};

const share = 0.1;

/**
 * Draws decided leads for a person to look at: weekly from the lowest tenth of those turned away, where a lost good lead would never be
 * noticed; quarterly from the lowest tenth of those accepted and the highest tenth of those turned away, where the threshold is
 * right or wrong. Leads with the same score are parted by their key.
 *
 * The draw depends on the seed and each lead's own key alone: the same seed draws the same, and a lead more or less does not shuffle
 * the others.
 *
 * @param leads of the time that the review is about
 * @param most the most to draw; two groups share it evenly, and what one does not need goes to the other
 * @returns group by group, within each the lowest score first
 */
export function drawReviewSample(
  leads: readonly DecidedLead[],
  cadence: ReviewCadence,
  most: number,
  seed: number,
): DrawnLead[] {
  const rejected = ordered(leads.filter(({ isAccepted }) => !isAccepted));
  if (cadence === 'weekly') {
    const lowest = rejected.slice(0, tenthOf(rejected));
    const reason = `among the lowest tenth of ${rejected.length} turned away`;
    return told(drawn(lowest, most, seed), 'lowestRejected', `${reason}: is turning away right?`);
  }
  const accepted = ordered(leads.filter(({ isAccepted }) => isAccepted));
  const lowest = accepted.slice(0, tenthOf(accepted));
  const highest = rejected.slice(rejected.length - tenthOf(rejected));
  const half = Math.ceil(most / 2);
  const ofLowest = Math.min(lowest.length, Math.max(half, most - highest.length));
  const ofHighest = Math.min(highest.length, most - ofLowest);
  return [
    ...told(
      drawn(lowest, ofLowest, seed),
      'lowestAccepted',
      `among the lowest tenth of ${accepted.length} accepted: did sales want it?`,
    ),
    ...told(
      drawn(highest, ofHighest, seed),
      'highestRejected',
      `among the highest tenth of ${rejected.length} turned away: should sales have had it?`,
    ),
  ];
}

/** A tenth, but at least one of any. */
function tenthOf(leads: readonly DecidedLead[]): number {
  return Math.ceil(leads.length * share);
}

function ordered(leads: readonly DecidedLead[]): DecidedLead[] {
  return [...leads].sort((one, other) => one.score - other.score || compareText(one.leadKey, other.leadKey));
}

function drawn(leads: readonly DecidedLead[], most: number, seed: number): DecidedLead[] {
  return ordered(
    leads
      .map((lead) => ({ lead, lot: lotOf(seed, lead.leadKey) }))
      .sort((one, other) => one.lot - other.lot || compareText(one.lead.leadKey, other.lead.leadKey))
      .slice(0, Math.max(0, most))
      .map(({ lead }) => lead),
  );
}

/** A number of 32 bits that depends on seed and key alone. Source: Fowler, Noll and Vo 1991 (FNV-1a), mixed as MurmurHash3 ends. */
function lotOf(seed: number, leadKey: string): number {
  let lot = 0x811c9dc5;
  for (const sign of `${seed} ${leadKey}`) {
    lot = Math.imul(lot ^ sign.codePointAt(0)!, 0x01000193);
  }
  lot = Math.imul(lot ^ (lot >>> 16), 0x85ebca6b);
  lot = Math.imul(lot ^ (lot >>> 13), 0xc2b2ae35);
  return (lot ^ (lot >>> 16)) >>> 0;
}

function told(leads: readonly DecidedLead[], group: DrawnLead['group'], reason: string): DrawnLead[] {
  return leads.map(({ leadKey, score }) => ({ leadKey, group, score, reason: `Score ${score}, ${reason}` }));
}
