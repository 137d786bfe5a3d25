import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the server counts. Labels come from closed lists: never an id, never what somebody typed. */
export interface Metrics {
  countRequest(route: string, status: number, seconds: number): void;
  /** `fresh`, `repeated`, `otherPortal`, `otherApp`, `unreadable`, and the kinds of consequences of the fresh ones. */
  countEvents(consequence: string, count: number): void;
  /** A call whose signature did not hold, and why. */
  countForged(reason: string): void;
  /** A call for a record of another portal. */
  countForeignRecord(): void;
  countDecision(destinationKind: string, secondsFromArrival: number): void;
  /** From arrival until the decision stood on the contact. */
  observeWritten(secondsFromArrival: number): void;
  countHubSpotCall(kind: string, status: string): void;
  setQueueDepth(queue: string, depth: number): void;
  /** Age of the oldest effect that is still due; 0 without any. */
  setOutboxAge(seconds: number): void;
  countAlert(code: string): void;
  /** All of it in the text form of Prometheus. */
  write(): Promise<{ readonly mediaType: string; readonly text: string }>;
}

/** Promises of minutes are kept in seconds, so the steps are fine below ten of them. */
const leadSeconds = [0.25, 0.5, 1, 2, 3, 5, 7.5, 10, 20, 30, 60, 120, 300, 900, 3600];
const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

/** Counters of one process. `isProcessMeasured` adds its memory, its event loop and its time. */
export function createMetrics(options: { readonly isProcessMeasured: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.isProcessMeasured) collectDefaultMetrics({ register: registry, prefix: 'signalbox_' });
  const counter = (name: string, help: string, labelNames: readonly string[]) =>
    new Counter({ name: `signalbox_${name}`, help, labelNames, registers });
  const requests = new Histogram({
    name: 'signalbox_http_request_seconds',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'],
    buckets: requestSeconds,
    registers,
  });
  const decided = new Histogram({
    name: 'signalbox_decided_seconds',
    help: 'From the arrival of a lead to its decision',
    buckets: leadSeconds,
    registers,
  });
  const written = new Histogram({
    name: 'signalbox_written_seconds',
    help: 'From the arrival of a lead until its decision stood in the portal',
    buckets: leadSeconds,
    registers,
  });
  const events = counter('webhook_events_total', 'Events of webhooks by what became of them', ['consequence']);
  const forged = counter('forged_requests_total', 'Calls whose signature did not hold', ['reason']);
  const foreign = counter('foreign_records_total', 'Calls for a record of another portal', []);
  const decisions = counter('decisions_total', 'Decisions by the kind of their destination', ['destination_kind']);
  const calls = counter('hubspot_calls_total', 'Calls to HubSpot', ['kind', 'status']);
  const alerts = counter('alerts_total', 'Alerts by code', ['code']);
  const depth = new Gauge({
    name: 'signalbox_queue_depth',
    help: 'What waits in a queue',
    labelNames: ['queue'],
    registers,
  });
  const outboxAge = new Gauge({
    name: 'signalbox_outbox_age_seconds',
    help: 'Age of the oldest effect that is still due',
    registers,
  });
  return {
    countRequest: (route, status, seconds) => requests.observe({ route, status: String(status) }, seconds),
    countEvents: (consequence, count) => events.inc({ consequence }, count),
    countForged: (reason) => forged.inc({ reason }),
    countForeignRecord: () => foreign.inc(),
    countDecision: (destinationKind, secondsFromArrival) => {
      decisions.inc({ destination_kind: destinationKind });
      decided.observe(secondsFromArrival);
    },
    observeWritten: (secondsFromArrival) => written.observe(secondsFromArrival),
    countHubSpotCall: (kind, status) => calls.inc({ kind, status }),
    setQueueDepth: (queue, waiting) => depth.set({ queue }, waiting),
    setOutboxAge: (seconds) => outboxAge.set(seconds),
    countAlert: (code) => alerts.inc({ code }),
    write: async () => ({ mediaType: registry.contentType, text: await registry.metrics() }),
  };
}
