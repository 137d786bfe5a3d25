import { Command, InvalidArgumentError, Option } from 'commander';
import type { Tier } from '../records/record-change.ts';

export type StartOptions = {
  readonly leads: number;
  readonly port: number;
  readonly once: boolean;
  readonly tier: Tier;
  readonly databaseUrl?: string;
  readonly perSecond: number;
};

/** Reads what stands behind `npm start -- hubspot`; says what is wrong with it and ends the program where something is. */
export function readOptions(args: readonly string[]): StartOptions {
  const command = new Command('npm start -- hubspot')
    .description(
      'Boots a stand-in HubSpot and the Signalbox server, installs the app, sends in sample leads and shows what became of them.\n' +
        'A bare "npm start" does the same. It needs nothing but Node and npm.',
    )
    .option('--leads <count>', 'how many of the sample’s leads are sent in', readWhole, 757)
    .option('--per-second <count>', 'how many of them come in a second', readPace, 12)
    .option('--port <port>', 'where the pages are served; 0 for any free port', readPort, 4300)
    .addOption(
      new Option('--tier <tier>', 'the portal’s plan; below enterprise the rules are files of the portal')
        .choices(['free', 'starter', 'pro', 'enterprise'])
        .default('enterprise'),
    )
    .option('--database-url <url>', 'an empty PostgreSQL database for the server, instead of the embedded one')
    .option('--once', 'stop after the results, without pages', false)
    .allowExcessArguments(false)
    .addHelpText(
      'after',
      `
Everything is in memory and gone when it ends; nothing leaves this machine.
Exit codes: 0 all well · 1 leads have no decision, or something did not start · 130 stopped before the end`,
    );
  command.parse(['node', 'hubspot', ...args]);
  return command.opts<StartOptions>();
}

function readWhole(text: string): number {
  if (!/^\d{1,6}$/.test(text)) {
    throw new InvalidArgumentError('it must be a whole number.');
  }
  return Number(text);
}

function readPort(text: string): number {
  const port = readWhole(text);
  if (port > 65_535) {
    throw new InvalidArgumentError('it must be a port, from 0 to 65535.');
  }
  return port;
}

function readPace(text: string): number {
  const pace = Number(text);
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(text) || pace < 0.01) {
    throw new InvalidArgumentError('it must be a number from 0.01 on, such as 5.');
  }
  return pace;
}
