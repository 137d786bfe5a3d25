import { wordOf } from '../../../core/src/author/cli/write-out.ts';
import type { Edition } from '../edition/start-edition.ts';
import type { Arrivals } from './arrivals.ts';
import { readAlerts } from './ask-server.ts';
import { callsOf, type CallWindow } from './call-window.ts';
import { namesOf } from './portal-names.ts';
import { printResults } from './print-results.ts';
import { PortalRules } from './read-policy.ts';
import type { SampleLead } from './sample-leads.ts';
import { sendLeads } from './send-leads.ts';
import { DecisionLines } from './show-decisions.ts';
import type { StopSignal } from './stop-signal.ts';
import { waitUntilDecided } from './wait-until-decided.ts';

const shownLogLines = 15;

/**
 * Sends leads in, shows each decision as it lands, and what all of them came to.
 *
 * @returns whether every lead has a decision
 */
export async function sendAndShow(
  edition: Edition,
  arrivals: Arrivals,
  leads: readonly SampleLead[],
  perSecond: number,
  window: CallWindow,
  stop: StopSignal,
): Promise<boolean> {
  const { hubSpot, portal } = edition;
  const names = namesOf(new PortalRules(portal));
  const isStopped = (): boolean => stop.isStopped;
  console.log(`\nSending ${leads.length} ${wordOf(leads.length, 'lead')}, ${perSecond} a second …`);
  hubSpot.limits.counters.reset();
  window.restart();
  const lines = new DecisionLines(portal, names, window, leads.length);
  arrivals.onDecided((arrival) => lines.show(arrival));
  void stop.stopped.then(() => lines.stop());
  const startedAt = performance.now();
  let isAllDone: boolean;
  try {
    lines.noteSent(0);
    const sent = await sendLeads(edition, leads, perSecond, { onSent: (count) => lines.noteSent(count), isStopped });
    isAllDone = await waitUntilDecided(edition, arrivals, isStopped);
    lines.stop();
    if (stop.isStopped) return false;
    const hasDecision = (contactId: string): boolean =>
      portal.records.findRecord('0-1', contactId)?.has('sbx_decision_id') === true;
    const undecided = arrivals.waitingIds.filter((contactId) => !hasDecision(contactId));
    printResults(portal, names, {
      sent,
      decided: arrivals.decided,
      merged: arrivals.merged,
      cameAgain: arrivals.waitingIds.length - undecided.length,
      undecided: undecided.length,
      decidedAgain: arrivals.decidedAgain,
      seconds: (performance.now() - startedAt) / 1_000,
      calls: callsOf(edition),
      alerts: await readAlerts(edition),
    });
    const isWell = isAllDone && undecided.length === 0;
    if (!isWell) printTrouble(edition, undecided);
    return isWell;
  } finally {
    lines.stop();
  }
}

/** What helps to find out why leads have no decision. The log names nobody. */
function printTrouble({ servers }: Edition, undecided: readonly string[]): void {
  const contacts = undecided.length === 0 ? '' : ` Contacts without a decision: ${undecided.join(', ')}.`;
  console.error(`The server did not come to an end.${contacts} The last that it wrote:`);
  for (const line of servers.flatMap(({ lines }) => lines.slice(-shownLogLines))) console.error(line);
}
