import { Command, InvalidArgumentError, Option } from 'commander';
import { frameLocations, type FrameLocation } from '../ports/ui-frame.ts';

export type DevelopOptions = {
  readonly entry: string;
  readonly location: FrameLocation;
  readonly title: string;
  readonly context?: string;
  readonly record?: string;
  readonly backend?: string;
  readonly permit: readonly string[];
  readonly functions?: string;
  readonly path: string;
  readonly port: number;
};

/** Reads what stands behind `main.ts`; says what is wrong with it and ends the program where something is. */
export function readOptions(args: readonly string[]): DevelopOptions {
  const command = new Command('ui-host')
    .description('Shows a HubSpot UI extension in a browser, and again whenever one of its files is written.')
    .requiredOption('--entry <file>', 'the entry file, or the script that "uie build" wrote')
    .addOption(
      new Option('--location <location>', 'where HubSpot would show it')
        .choices(frameLocations)
        .default('crm.record.tab'),
    )
    .option('--title <title>', 'the name of the card or the app', 'Extension')
    .option('--context <file>', 'JSON with user, portal, crm, extension and variables; the rest has usual values')
    .option('--record <file>', 'JSON with the properties, associations and objects that the hooks find')
    .option('--backend <url>', 'where hubspot.fetch is sent; signed where HUBSPOT_CLIENT_SECRET is set')
    .option('--permit <origin...>', 'an address the extension fetches that stands for the backend', [])
    .option('--functions <folder>', 'app functions: by the uid of a *-hsmeta.json, or by their file name')
    .option('--path <path>', 'the page that a "pages" extension opens at', '/')
    .option('--port <port>', 'where it is served; 0 for any free port', readPort, 4310)
    .allowExcessArguments(false);
  command.parse(['node', 'ui-host', ...args]);
  return command.opts<DevelopOptions>();
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new InvalidArgumentError('it must be a port, from 0 to 65535.');
  }
  return Number(text);
}
