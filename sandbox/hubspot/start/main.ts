/**
 * Signalbox in a stand-in HubSpot: boots the portal and the server, installs the app through OAuth, sends sample leads in through
 * forms, shows each decision as it lands, and serves pages to look at all of it.
 */
import { startDemonstration } from './demonstration.ts';
import { readOptions } from './read-options.ts';

await startDemonstration(readOptions(process.argv.slice(2)));
