import type { FunctionRun } from '../hub/functions/function-run.ts';
import type { CallCount } from '../hub/limits/call-counters.ts';
import type { Delivery } from '../hub/webhooks/delivery.ts';
import type { WorkflowRun } from '../hub/workflows/workflow.ts';
import type { PortalRecords } from '../records/portal-records.ts';
import { html, type Html } from './html.ts';
import { navigationOf, type Visit } from './navigation.ts';
import { showInstant } from './show-value.ts';
import { writePage } from './write-page.ts';

/** What passed between a portal and its apps. */
export type Traffic = {
  readonly deliveries: readonly Delivery[];
  readonly calls: readonly CallCount[];
  readonly runs: readonly WorkflowRun[];
  readonly functions: readonly FunctionRun[];
  readonly appName: (appId: number) => string;
};

const most = 50;
const none = html`<p class="soft">None yet.</p>`;

/** The last webhooks, the calls of every app and the runs of workflows of one portal. */
export function logPage(visit: Visit, { deliveries, calls, runs, functions, appName }: Traffic): string {
  const { portalId, records } = visit.portal;
  const own = deliveries
    .map((delivery) => ({ ...delivery, events: delivery.events.filter((event) => event.portalId === portalId) }))
    .filter(({ events }) => events.length > 0)
    .slice(-most)
    .toReversed();
  const ownCalls = calls.filter((each) => each.portalId === portalId);
  const executions = functions.filter((each) => each.portalId === portalId);
  const ownRuns = runs.filter((run) => run.portalId === portalId);
  return writePage({
    title: 'Log',
    navigation: navigationOf(visit),
    content: html`<section id="calls" data-live aria-label="Calls">
        <h2>Calls of apps</h2>
        ${ownCalls.length === 0 ? none : ownCalls.map((each) => callTable(each, appName(each.appId)))}
      </section>
      <section id="deliveries" data-live aria-label="Webhooks">
        <h2>Webhooks</h2>
        ${
          own.length === 0
            ? none
            : table(
                'Webhooks',
                ['At', 'App', 'Events', 'Outcome', 'Took'],
                own.map((delivery) => [
                  showInstant(records, delivery.at),
                  appName(delivery.appId),
                  eventSummary(delivery),
                  html`<span class="${delivery.outcome === 'accepted' ? 'good' : 'bad'}"
                    >${delivery.outcome}${delivery.status !== null && ` ${delivery.status}`}</span
                  >`,
                  `${delivery.tookMillis} ms`,
                ]),
              )
        }
      </section>
      <section id="runs" data-live aria-label="Workflows">
        <h2>Workflows</h2>
        ${
          ownRuns.length === 0
            ? none
            : table(
                'Workflows',
                ['At', 'Workflow', 'Record', 'State', 'Steps'],
                ownRuns
                  .slice(-most)
                  .toReversed()
                  .map((run) => [
                    showInstant(records, run.begunAt),
                    run.workflowId,
                    run.objectId,
                    run.state,
                    run.steps.map(({ state, reason }) => (reason === null ? state : `${state}: ${reason}`)).join(', '),
                  ]),
              )
        }
      </section>
      <section id="functions" data-live aria-label="Functions">
        <h2>Functions</h2>
        ${executions.length === 0 ? none : functionTable(records, executions)}
      </section>`,
  });
}

function functionTable(records: PortalRecords, executions: readonly FunctionRun[]): Html {
  return table(
    'Functions',
    ['At', 'Function', 'Called by', 'Outcome', 'Took', 'Log'],
    executions
      .slice(-most)
      .toReversed()
      .map(({ at, name, calledBy, state, exception, tookMillis, log }) => [
        showInstant(records, at),
        html`<code>${name}</code>`,
        calledBy,
        html`<span class="${state === 'returned' ? 'good' : 'bad'}"
          >${state}${exception !== null && `: ${exception}`}</span
        >`,
        `${Math.round(tookMillis)} ms`,
        html`<span class="value">${log}</span>`,
      ]),
  );
}

function callTable({ calls, searches, limited, mostInTenSeconds, byKind }: CallCount, name: string): Html {
  const kinds = [...byKind].toSorted(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  return html`<h3>${name}</h3>
    <p>
      ${calls} calls, ${searches} of them searches; ${limited} refused as too many; at most ${mostInTenSeconds} in any
      ten seconds
    </p>
    ${table(
      `Calls of ${name}`,
      ['Kind', 'Calls'],
      kinds.map(([kind, count]) => [html`<code>${kind}</code>`, count]),
    )}`;
}

function table(
  label: string,
  heads: readonly string[],
  rows: readonly (readonly (Html | string | number | null)[])[],
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table: ${label}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** `3 × object.propertyChange, 1 × object.creation (attempt 2)`. */
function eventSummary({ events }: Delivery): string {
  const counts = new Map<string, number>();
  for (const { subscriptionType, attemptNumber } of events) {
    const what = attemptNumber === 0 ? subscriptionType : `${subscriptionType} (attempt ${attemptNumber})`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].map(([what, count]) => `${count} × ${what}`).join(', ');
}
