import { interrupted } from './end-with.ts';

/** One press reaches a program behind npm twice; only a second press a while later means "now". */
const repeatMillis = 1000;

/** Asks the work to stop at the next lead when somebody presses Ctrl+C; asked once more it ends at once. */
export function watchStop(): () => boolean {
  let stoppedAt: number | null = null;
  const stop = (): void => {
    if (stoppedAt !== null && Date.now() - stoppedAt > repeatMillis) {
      process.exit(interrupted);
    }
    stoppedAt ??= Date.now();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, stop);
  }
  return () => stoppedAt !== null;
}
