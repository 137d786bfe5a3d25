/**
 * How long a delivery of 100 events takes, from the first byte sent to the last received, with everything behind it but the
 * jobs: `node test/hubspot/server/http/measure-webhooks.ts`.
 */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { consequencesOf } from '../../../../hubspot/handlers/events/consequences.ts';
import { eventKeyOf } from '../../../../hubspot/handlers/events/event-key.ts';
import { watchedProperties } from '../../../../hubspot/handlers/events/watched-properties.ts';
import { readConfiguration } from '../../../../hubspot/server/configuration/read-configuration.ts';
import { migrate } from '../../../../hubspot/server/database/migrate.ts';
import { openEmbedded } from '../../../../hubspot/server/database/open-embedded.ts';
import { buildApp } from '../../../../hubspot/server/http/app.ts';
import { DatabaseOnceMemory } from '../../../../hubspot/server/http/once/database-once-memory.ts';
import type { UiPorts } from '../../../../hubspot/handlers/ui/ui-ports.ts';
import { acceptEvents } from '../../../../hubspot/server/inbox/accept-events.ts';
import { TokenSeal } from '../../../../hubspot/server/installing/sealing/token-seal.ts';
import { TableCredentialStore } from '../../../../hubspot/server/installing/storing/table-credential-store.ts';
import type { JobQueue } from '../../../../hubspot/server/jobs/job-queue.ts';
import { createLog } from '../../../../hubspot/server/observing/create-log.ts';
import { createMetrics } from '../../../../hubspot/server/observing/create-metrics.ts';
import { appId, contactEvent, environment, portalId, signedHeaders } from './edge.ts';
import { send } from './send.ts';

const deliveries = 300;
const eventsOfDelivery = 100;
const path = '/hubspot/webhooks';

const configuration = readConfiguration(environment);
const database = await openEmbedded(null, 'signalbox');
await migrate(database, 'signalbox', Date.now());
const store = new TableCredentialStore(database, new TokenSeal(configuration.tokenKeys));
const now = Date.now();
const tokens = { accessToken: 'a', refreshToken: 'r', obtainedAt: now, expiresAt: now + 1_800_000 };
await store.keepInstallation({ portalId, appId, scopes: ['oauth'], installedAt: now, installedBy: null, tokens });
const app = buildApp(
  {
    now: Date.now,
    newId: randomUUID,
    metrics: createMetrics({ isProcessMeasured: false }),
    store,
    once: new DatabaseOnceMemory(database),
    oauth: { exchangeCode: unused, introspect: unused },
    acceptEvents: (events) =>
      acceptEvents(
        database,
        { ask: () => Promise.resolve() } as unknown as JobQueue,
        {
          keyOf: eventKeyOf,
          consequencesOf: (event) =>
            consequencesOf(event, { appId, watched: watchedProperties, ruleTypeIds: new Set() }),
        },
        events,
        Date.now(),
      ),
    answerAction: unused,
    installed: unused,
    ui: {} as UiPorts,
    accessOf: unused,
    health: unused,
  },
  configuration,
  createLog({ level: 'info', write: () => undefined }),
);
await app.listen({ host: '127.0.0.1', port: 0 });
const { port } = app.server.address() as AddressInfo;

for (const atOnce of [1, 10]) {
  const millis: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < deliveries) {
        const delivery = atOnce * deliveries + next;
        next += 1;
        millis.push(await deliver(delivery));
      }
    }),
  );
  millis.sort((one, other) => one - other);
  const at = (share: number): string => millis[Math.floor(millis.length * share)]!.toFixed(1);
  console.log(
    `${String(atOnce)} at once: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, most ${at(0.999)} ms`,
  );
}
await app.close();
await database.close();

async function deliver(delivery: number): Promise<number> {
  const events = Array.from({ length: eventsOfDelivery }, (_, place) =>
    contactEvent(delivery * eventsOfDelivery + place),
  );
  const body = JSON.stringify(events);
  const headers = { 'content-type': 'application/json', ...signedHeaders('POST', path, body, Date.now()) };
  const begun = performance.now();
  const answer = await send(port, { method: 'POST', path, headers, body });
  const taken = performance.now() - begun;
  if (answer.status !== 200 || answer.json['stored'] !== eventsOfDelivery) throw new Error(answer.text);
  return taken;
}

function unused(): Promise<never> {
  return Promise.reject(new Error('This is not measured.'));
}
