import type { Program } from '../../../apex/run/program.ts';
import { advanceTo, nextDueAt, runNext } from '../../async/run-jobs.ts';
import type { InMemoryOrg } from '../../in-memory-org.ts';

/** As long as a timer of this computer goes. */
const longestTimer = 2 ** 31 - 1;

/** What requests leave behind: jobs and platform events, which run once the answers are on their way, one at a time. */
export class BackgroundWork {
  /** What of it failed, newest last: `Promote: System.DmlException: …`. */
  readonly failures: string[] = [];
  private readonly org: InMemoryOrg;
  private readonly program: Program;
  private readonly isHeld: boolean;
  private next: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(org: InMemoryOrg, program: Program, isHeld: boolean) {
    this.org = org;
    this.program = program;
    this.isHeld = isHeld;
  }

  /** A request may have left something behind. */
  wake(): void {
    if (!this.isHeld && this.next === null) {
      this.next = this.runAll();
    }
  }

  /** Ends when nothing is left that is due. Where work is held nothing runs, so it ends at once. */
  async settled(): Promise<void> {
    while (this.next !== null) {
      await this.next;
    }
  }

  /** Runs what is due until an instant, in its order, and sets the clock to it: also where work is held. */
  advanceTo(instant: number): void {
    this.note(advanceTo(this.program, this.org, instant).failed);
  }

  private async runAll(): Promise<void> {
    try {
      for (let isLeft = true; isLeft;) {
        await new Promise((resolve) => setImmediate(resolve));
        const failed = runNext(this.program, this.org, this.org.clock.now());
        isLeft = failed !== null;
        this.note(failed ?? []);
      }
    } catch (error) {
      // Nobody waits for it, so a defect of the runtime would otherwise end the server.
      this.failures.push(error instanceof Error ? error.message : String(error));
    } finally {
      this.next = null;
    }
    this.waitForNext();
  }

  /** Delayed jobs and schedules run when their time has come, as long as somebody keeps the process going. */
  private waitForNext(): void {
    if (this.timer !== null) {
      clearTimeout(this.timer);
    }
    const dueAt = nextDueAt(this.org);
    if (dueAt === Infinity) {
      return;
    }
    const milliseconds = Math.min(Math.max(0, dueAt - this.org.clock.now()), longestTimer);
    this.timer = setTimeout(() => {
      // A clock that stands still is moved by its owner alone.
      if (this.org.clock.now() >= dueAt) {
        this.advanceTo(this.org.clock.now());
        this.wake();
      }
    }, milliseconds);
    this.timer.unref();
  }

  private note(failed: readonly { readonly className: string; readonly message: string }[]): void {
    this.failures.push(...failed.map(({ className, message }) => `${className}: ${message}`));
  }
}
