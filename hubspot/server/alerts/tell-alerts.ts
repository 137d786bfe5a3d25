import type { Desk } from '../desk.ts';

type UntoldRow = { alert_key: string; code: string; about: string; message: string; next_step: string };

const responseMillis = 4 * 3_600_000;

/**
 * Tells the person who looks after Signalbox in a portal of what is wrong, by a task: an app has no other way to reach somebody.
 * Where nobody is named, or the portal cannot be reached, alerts stand in the settings and in the log.
 */
export async function tellAlerts(desk: Desk, portalId: number): Promise<void> {
  const session = await desk.sessions.open(portalId);
  if (session === null) {
    return;
  }
  const untold = await desk.database.query<UntoldRow>(
    `select alert_key, code, about, message, next_step from alert
     where portal_id = $1 and told_at is null and cleared_at is null order by first_at, alert_key limit 20`,
    [portalId],
  );
  if (untold.length === 0) {
    return;
  }
  const now = desk.now();
  const { configuration, team } = await session.people(now);
  const { alertKey } = configuration.settings;
  const ownerId = alertKey === null ? undefined : team.ownerIdOf.get(alertKey);
  if (ownerId === undefined) {
    return;
  }
  await session.crm.createObjects(
    'tasks',
    untold.map((alert) => ({
      properties: {
        hs_task_subject: `Signalbox needs you: ${alert.code}, ${alert.about}`.slice(0, 250),
        hs_task_body: `${alert.message} ${alert.next_step}`,
        hs_task_priority: 'HIGH',
        hs_task_status: 'NOT_STARTED',
        hs_timestamp: new Date(now + responseMillis).toISOString(),
        hubspot_owner_id: ownerId,
      },
      associations: [],
    })),
  );
  await desk.database.query(
    'update alert set told_at = $3 where portal_id = $1 and alert_key = any($2::text[]) and told_at is null',
    [portalId, untold.map((alert) => alert.alert_key), now],
  );
}
