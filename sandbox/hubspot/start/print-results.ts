import { bar, clipText, percent, tableOf, wordOf } from '../../../core/src/author/cli/write-out.ts';
import type { CallCount } from '../hub/limits/call-counters.ts';
import type { HubPortal } from '../hub/portals/hub-portal.ts';
import type { DecidedArrival } from './arrivals.ts';
import type { ServerAlert } from './ask-server.ts';
import { mostCallsInTenSeconds, mostSearchesInOneSecond } from './call-window.ts';
import type { PortalNames } from './portal-names.ts';
import { decisionOn } from './read-decision.ts';
import type { SentLeads } from './send-leads.ts';

/** What became of the leads that were sent. */
export type Results = {
  readonly sent: SentLeads;
  readonly decided: readonly DecidedArrival[];
  /** Came in again before they were decided. */
  readonly merged: number;
  /** Came in again and were decided as before: nothing but their scores was written. */
  readonly cameAgain: number;
  /** Arrivals of contacts that have no decision. */
  readonly undecided: number;
  readonly decidedAgain: number;
  /** From the first lead until nothing was left to do. */
  readonly seconds: number;
  readonly calls: CallCount;
  readonly alerts: readonly ServerAlert[];
};

const longestLabel = 54;
const barWidth = 16;
const mostNames = 12;

/** Shows where the leads went, who has them, how long it took and what it cost of HubSpot's limits. */
export function printResults(portal: HubPortal, names: PortalNames, results: Results): void {
  const { decided, sent, seconds } = results;
  const all = sent.byForm + sent.otherwise;
  console.log(
    `\n${all} ${wordOf(all, 'lead')} in ${seconds.toFixed(1)} s, ${(all / seconds).toFixed(1)} a second: ` +
      `${sent.byForm} by the website's form; ${sent.otherwise} gave no address that a form takes, and were typed in, imported or synced`,
  );
  console.log(`${decided.length} decisions were written${moreWords(results)}`);
  const decisions = [...new Set(decided.map(({ contactId }) => contactId))].flatMap((contactId) => {
    const contact = portal.records.findRecord('0-1', contactId);
    return contact === null ? [] : (decisionOn(contact) ?? []);
  });
  printCounts('Where they went', countsOf(decisions.map(({ choice }) => choice.destination)), names.destination);
  printCounts('Who has them', countsOf(decisions.map(({ assignment }) => assignment.owner)), names.rep);
  printTimes(decided);
  printCalls(results.calls, all);
  printAlerts(results.alerts);
}

function moreWords({ merged, cameAgain, decidedAgain, undecided }: Results): string {
  const parts = [
    merged === 0 ? '' : `${merged} came in twice before that`,
    cameAgain === 0 ? '' : `${cameAgain} came in again and stay where they were`,
    decidedAgain === 0 ? '' : `${decidedAgain} changed when more was known`,
    undecided === 0 ? '' : `${undecided} HAVE NO DECISION`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `; ${parts.join('; ')}`;
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function printCounts(heading: string, counts: ReadonlyMap<string, number>, nameOf: (key: string) => string): void {
  const shown = [...counts].toSorted(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  if (shown.length === 0) return;
  const total = shown.reduce((sum, [, count]) => sum + count, 0);
  console.log(`\n${heading}`);
  console.log(
    tableOf(
      shown.map(([key, count]) => [
        clipText(nameOf(key), longestLabel),
        count,
        percent(count, total).padStart(7),
        bar(count, shown[0]![1], barWidth),
      ]),
    ),
  );
}

function printTimes(decided: readonly DecidedArrival[]): void {
  const millis = decided.map(({ arrivedAt, writtenAt }) => writtenAt - arrivedAt).toSorted((one, other) => one - other);
  if (millis.length === 0) return;
  const at = (share: number): string => {
    const place = Math.min(millis.length - 1, Math.floor(millis.length * share));
    return `${(millis[place]! / 1_000).toFixed(1)} s`;
  };
  console.log('\nFrom the lead in HubSpot to the decision on it');
  console.log(
    tableOf([
      ['median', at(0.5)],
      ['95 of 100', at(0.95)],
      ['slowest', at(1)],
    ]),
  );
}

function printCalls(calls: CallCount, leads: number): void {
  const perLead = leads === 0 ? '–' : (calls.calls / leads).toFixed(2);
  console.log('\nCalls of HubSpot');
  console.log(
    tableOf([
      ['calls a lead', perLead, `${calls.calls} in all, ${calls.searches} of them searches`],
      ['most in any 10 seconds', String(calls.mostInTenSeconds), `HubSpot lets ${mostCallsInTenSeconds} through`],
      [
        'most searches in any second',
        String(calls.mostSearchesInOneSecond),
        `HubSpot lets ${mostSearchesInOneSecond} through`,
      ],
      ['refused as too many', String(calls.limited), ''],
    ]),
  );
}

/** One line for all that say the same of several. */
function printAlerts(alerts: readonly ServerAlert[]): void {
  const groups = new Map<string, ServerAlert[]>();
  for (const alert of alerts) {
    const key = `${alert.code} ${alert.message}`;
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  if (groups.size > 0) console.log('\nWhat ops are told');
  for (const [{ code, message, nextStep }, ...others] of groups.values() as Iterable<[ServerAlert, ...ServerAlert[]]>) {
    const about = [...groups.get(`${code} ${message}`)!].map((alert) => alert.about).toSorted();
    const shown = about.slice(0, mostNames).join(', ');
    const left = others.length + 1 - mostNames;
    console.log(`  ${code}  ${shown}${left > 0 ? ` and ${left} more` : ''}: ${message}\n          Next: ${nextStep}`);
  }
}
