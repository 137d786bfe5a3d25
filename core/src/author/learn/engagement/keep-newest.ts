import type { ActivityLog, LeadTable } from '../table/lead-table.ts';

const dayMillis = 86_400_000;
/** As many as the engine takes in with a lead (decide/intake/take-in.ts). */
const mostActivities = 20;

/**
 * The table with those activities that the engine would have taken in at the moment of looking: the newest twenty of each lead that had
 * happened by then. Points learned on more would not be the points that decide. Activities counted beforehand stay as they are.
 */
export function keepNewest(table: LeadTable, landmarkDays: number): LeadTable {
  const log = table.activities;
  const order = Uint32Array.from(log.rows.keys()).filter(
    (deed) => log.occurredAt[deed]! <= table.arrivedAt[log.rows[deed]!]! + landmarkDays * dayMillis,
  );
  order.sort((one, other) => log.occurredAt[other]! - log.occurredAt[one]! || one - other);
  const taken = new Uint8Array(table.rowCount);
  const kept = order.filter((deed) => {
    const row = log.rows[deed]!;
    taken[row] = Math.min(mostActivities + 1, taken[row]! + 1);
    return taken[row] <= mostActivities;
  });
  return kept.length === log.rows.length ? table : { ...table, activities: takeDeeds(log, kept.sort()) };
}

function takeDeeds(log: ActivityLog, deeds: Uint32Array): ActivityLog {
  return {
    signalKeys: log.signalKeys,
    rows: Int32Array.from(deeds, (deed) => log.rows[deed]!),
    signals: Uint16Array.from(deeds, (deed) => log.signals[deed]!),
    occurredAt: Float64Array.from(deeds, (deed) => log.occurredAt[deed]!),
    occurrences: Float64Array.from(deeds, (deed) => log.occurrences[deed]!),
  };
}
