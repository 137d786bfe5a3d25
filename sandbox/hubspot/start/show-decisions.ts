import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { clipText, plain } from '../../../core/src/author/cli/write-out.ts';
import type { HubPortal } from '../hub/portals/hub-portal.ts';
import type { DecidedArrival } from './arrivals.ts';
import { mostCallsInTenSeconds, type CallWindow } from './call-window.ts';
import type { PortalNames } from './portal-names.ts';
import { decisionOn } from './read-decision.ts';

const companyWidth = 28;
const destinationWidth = 32;
const ownerWidth = 18;
const lookMillis = 500;

/**
 * Shows each decision as a line while leads come in. Where somebody looks on, a bar below says how far it is and how much of
 * HubSpot's limit is used; elsewhere a line says when the limit makes everybody wait.
 */
export class DecisionLines {
  readonly #portal: HubPortal;
  readonly #names: PortalNames;
  readonly #window: CallWindow;
  readonly #bars: MultiBar | null;
  readonly #bar: SingleBar | null;
  readonly #timer: NodeJS.Timeout;
  #sent = 0;
  #decided = 0;
  #isPaused = false;
  #isStopped = false;

  constructor(portal: HubPortal, names: PortalNames, window: CallWindow, total: number) {
    this.#portal = portal;
    this.#names = names;
    this.#window = window;
    this.#bars = process.stdout.isTTY
      ? new MultiBar(
          {
            format: '{bar} {sent} of {total} sent · {value} decided · {calls}',
            hideCursor: true,
            stream: process.stdout,
          },
          Presets.shades_classic,
        )
      : null;
    this.#bar = this.#bars?.create(total, 0, { sent: 0, calls: '' }) ?? null;
    this.#timer = setInterval(() => this.#look(), lookMillis);
  }

  noteSent(count: number): void {
    this.#sent = count;
  }

  show(arrival: DecidedArrival): void {
    this.#decided += 1;
    this.#say(lineOf(this.#portal, this.#names, arrival));
    this.#update();
  }

  /** Takes the bar away. What is decided later is shown all the same. */
  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    clearInterval(this.#timer);
    this.#bars?.stop();
  }

  #look(): void {
    const isPaused = this.#window.isNearlyFull && this.#decided < this.#sent;
    if (isPaused && !this.#isPaused && this.#bars === null) this.#say(`  ${this.#callWords(true)}`);
    this.#isPaused = isPaused;
    this.#update();
  }

  #update(): void {
    this.#bar?.update(this.#decided, { sent: this.#sent, calls: this.#callWords(this.#isPaused) });
  }

  #callWords(isPaused: boolean): string {
    const words = `${this.#window.calls} of ${mostCallsInTenSeconds} calls in 10 s`;
    return isPaused ? `${words}: the server waits, so that HubSpot refuses nothing` : words;
  }

  #say(line: string): void {
    if (this.#bars === null || this.#isStopped) console.log(line);
    else this.#bars.log(`${line}\n`);
  }
}

/** "Speditor GmbH   warm   East enterprise   Ana Ruiz   1.8 s" */
function lineOf(portal: HubPortal, names: PortalNames, { contactId, arrivedAt, writtenAt }: DecidedArrival): string {
  const contact = portal.records.findRecord('0-1', contactId);
  const decision = contact === null ? null : decisionOn(contact);
  const value = (property: string): string =>
    plain(contact?.value(property) ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const company = value('company') || value('hs_email_domain') || 'no company';
  const cells = [
    clipText(company, companyWidth).padEnd(companyWidth),
    (decision?.choice.bucket ?? '').padEnd(8),
    clipText(names.destination(decision?.choice.destination ?? ''), destinationWidth).padEnd(destinationWidth),
    clipText(names.rep(decision?.assignment.owner ?? ''), ownerWidth).padEnd(ownerWidth),
    `${((writtenAt - arrivedAt) / 1_000).toFixed(1).padStart(5)} s`,
  ];
  return `  ${cells.join('  ')}`;
}
