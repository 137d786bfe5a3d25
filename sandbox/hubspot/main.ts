/** A HubSpot on this machine: boots it with one portal and says where it is. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { ProjectError } from './hub/apps/project-error.ts';
import { startHubSpot } from './hub/stand-in-hubspot.ts';
import { usualUsers } from './hub/portals/usual-users.ts';
import type { Tier } from './records/record-change.ts';

type Options = {
  port: number;
  portal: number;
  tier: Tier;
  timeZone: string;
  seed: number;
  project?: string;
  profile?: string;
  variable: Record<string, string>;
  secret: Record<string, string>;
  contentHub: Tier;
  dataHub: Tier;
  cardUrl?: string;
};

const tiers: readonly Tier[] = ['free', 'starter', 'pro', 'enterprise'];

const program = new Command('hubspot')
  .description('Boots a stand-in HubSpot with one portal and prints "ready" with what is needed to use it, as JSON.')
  .option('--port <port>', 'where it is served; 0 for any free port', readWhole, 4500)
  .option('--portal <id>', 'the id of the portal', readWhole, 1001)
  .addOption(new Option('--tier <tier>', 'the plan').choices(tiers).default('pro'))
  .addOption(new Option('--content-hub <tier>', 'the plan of Content Hub').choices(tiers).default('free'))
  .addOption(new Option('--data-hub <tier>', 'the plan of Data Hub').choices(tiers).default('free'))
  .option('--time-zone <zone>', 'where the portal is, as in Europe/Berlin', readZone, 'UTC')
  .option('--seed <number>', 'what chance depends on', readWhole, 1)
  .option('--project <folder>', 'uploads the HubSpot project in this folder; one with static auth is installed too')
  .option('--profile <name>', 'takes the variables of hsprofile.NAME.json')
  .option('--variable <name=value>', 'gives a variable of the project; may be repeated', readVariable, {})
  .option('--secret <name=value>', 'a secret of the account, for code that names it; may be repeated', readVariable, {})
  .option('--card-url <url>', 'fills the place of the app’s card on the pages of records')
  .allowExcessArguments(false);

program.parse(process.argv);
await run(program.opts<Options>());

async function run({
  port,
  portal,
  tier,
  timeZone,
  seed,
  project,
  profile,
  variable,
  secret,
  contentHub,
  dataHub,
  cardUrl,
}: Options): Promise<void> {
  const hubSpot = await startHubSpot({ port, seed, hasUiHost: true, cardUrl: cardUrl ?? null });
  const hubs = { content: contentHub, data: dataHub };
  const added = hubSpot.addPortal({ portalId: portal, tier, hubs, timeZone, users: usualUsers });
  const { portalId, users } = added;
  for (const [name, value] of Object.entries(secret)) added.setSecret(name, value);
  const ready = { url: hubSpot.url, pages: `${hubSpot.url}/portal/${portalId}`, portalId, users };
  try {
    const app = project === undefined ? null : hubSpot.uploadProject(project, variable, profile ?? null, portalId);
    const isOwn = app?.authType === 'static';
    const given = app && {
      appId: app.appId,
      clientId: app.clientId,
      clientSecret: app.clientSecret,
      installUrl: isOwn ? null : hubSpot.installUrl(app.appId),
      accessToken: isOwn ? (await hubSpot.install(portalId, app.appId)).accessToken : null,
    };
    console.log(`ready ${JSON.stringify({ ...ready, app: given })}`);
  } catch (error) {
    if (!(error instanceof ProjectError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    await hubSpot.close();
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void hubSpot.close().then(() => process.exit(0)));
  }
}

function readWhole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('it must be a whole number.');
  return Number(text);
}

function readZone(text: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
  } catch {
    throw new InvalidArgumentError('it must be a time zone such as Europe/Berlin.');
  }
  return text;
}

function readVariable(text: string, before: Record<string, string>): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('it must be NAME=value.');
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}
