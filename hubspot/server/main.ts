/**
 * The server of the marketplace edition: `node hubspot/server/main.ts`. It is told everything by variables of its environment
 * (docs/hubspot-server.md); on SIGTERM it finishes what runs and stops. What does not let it stop is cut off.
 */
import { ConfigurationError } from './configuration/configuration.ts';
import { readConfiguration } from './configuration/read-configuration.ts';
import { nextSteps } from './configuration/variables.ts';
import { createLog } from './observing/create-log.ts';
import type { Log } from './observing/log.ts';
import { startServer } from './start-server.ts';

/** So long after the configured seconds the process ends in any case; an orchestrator that waits for 30 seconds need not kill it. */
const lastSeconds = 5;

if (process.argv.includes('--help')) {
  console.log('Signalbox for HubSpot: receives webhooks, decides leads and writes them back.\n');
  console.log('It takes no arguments. Variables of the environment:');
  for (const [name, what] of Object.entries(nextSteps)) {
    console.log(`  ${name.padEnd(24)}${what}`);
  }
} else {
  await run();
}

async function run(): Promise<void> {
  const log = createLog({ level: 'info' });
  try {
    const configuration = readConfiguration(process.env);
    const server = await startServer(configuration, {
      log: createLog({ level: configuration.logLevel }),
      now: Date.now,
      isProcessMeasured: true,
    });
    let isStopping = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (isStopping) {
          return;
        }
        isStopping = true;
        log.info({ reason: signal }, 'the server stops');
        endAfter(configuration.stopSeconds + lastSeconds, log);
        void server.stop().then(
          () => process.exit(0),
          (error: unknown) => {
            log.error({ error }, 'the server did not stop as it should');
            process.exit(1);
          },
        );
      });
    }
  } catch (error) {
    if (error instanceof ConfigurationError) {
      console.error(error.message);
    } else {
      log.error({ error }, 'the server did not start');
    }
    process.exitCode = 1;
  }
}

/** Ends the process if it is still there by then. The folder of an embedded database stays held, so that the next start makes it anew. */
function endAfter(seconds: number, log: Log): void {
  setTimeout(() => {
    log.error(
      { code: 'HSV055' },
      `The server did not come to its end within ${String(seconds)} seconds and was cut off. What was under way is done by whoever starts next.`,
    );
    process.exit(1);
  }, seconds * 1_000);
}
