/**
 * Signalbox in a stand-in HubSpot: boots the portal and the server, installs the app through OAuth, sends sample leads in through
 * forms, shows each decision as it lands, and serves pages to look at all of it.
 */
import { runDemonstration } from './demonstration.ts';
import { readOptions } from './read-options.ts';

// Whoever reads the output may stop in the middle, as "head" does; that is no mistake.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
});

process.exitCode = await runDemonstration(readOptions(process.argv.slice(2)));
