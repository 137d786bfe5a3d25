/**
 * Signalbox in a stand-in HubSpot: boots the portal and the server, installs the app through OAuth, sends sample leads in through
 * forms, shows each decision as it lands, and serves pages to look at all of it.
 */
import { runDemonstration } from './demonstration.ts';
import { readOptions } from './read-options.ts';

// Whoever reads the output may stop in the middle, as "head" does: then nobody looks on any longer.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
  process.kill(process.pid, 'SIGTERM');
});

process.exitCode = await runDemonstration(readOptions(process.argv.slice(2)));
// What did not start may have left something listening.
setTimeout(() => process.exit(), 1_000).unref();
