import * as z from 'zod';
import type { Edition } from '../edition/start-edition.ts';
import type { UiRequest, UiResponse } from '../hub/ui/ui-fetch.ts';

/** The server did not do what the settings of the app asked for. */
export class ServerRefusal extends Error {}

const statusSchema = z.object({ isPrepared: z.boolean(), waitingLeads: z.int(), dueEffects: z.int() });
const alertsSchema = z.object({
  alerts: z.array(z.object({ code: z.string(), about: z.string(), message: z.string(), nextStep: z.string() })),
});
const draftSchema = z.object({
  hash: z.string().nullable(),
  problems: z.array(z.object({ code: z.string(), about: z.string(), found: z.string() })),
});

export type ServerStatus = z.infer<typeof statusSchema>;
export type ServerAlert = z.infer<typeof alertsSchema>['alerts'][number];

/** As long as HubSpot lets a card or a page wait. */
const longestMillis = 120_000;
const mostTries = 8;
const againMillis = 2_000;

/** Asks as the settings of the app do, through HubSpot and as the portal's first user. */
export function askServer(
  { hubSpot, portal, servers }: Edition,
  path: string,
  request: UiRequest = {},
): Promise<UiResponse> {
  const { userId } = portal.users[0]!;
  return hubSpot.uiFetch(portal.portalId, userId, `${servers[0]!.url}${path}`, { timeout: longestMillis, ...request });
}

export async function readStatus(edition: Edition): Promise<ServerStatus> {
  return statusSchema.parse((await askUntilAnswered(edition, '/ui/status')).json());
}

/** What needs somebody's attention. */
export async function readAlerts(edition: Edition): Promise<readonly ServerAlert[]> {
  return alertsSchema.parse((await askUntilAnswered(edition, '/ui/alerts')).json()).alerts;
}

/**
 * Publishes the draft as it stands.
 *
 * @throws ServerRefusal with what is wrong with the draft
 */
export async function publishDraft(edition: Edition): Promise<void> {
  const draft = draftSchema.parse((await askUntilAnswered(edition, '/ui/rules/draft')).json());
  if (draft.hash === null) {
    const found = draft.problems.map((each) => `${each.code} ${each.about}: ${each.found}`);
    throw new ServerRefusal(`The rules cannot be published. ${found.join(' · ')}`);
  }
  await askUntilAnswered(edition, '/ui/rules/publish', { method: 'POST', body: { draftHash: draft.hash } });
}

/** The server may wait for HubSpot's limits longer than it lets anybody wait for itself; then it is asked again. */
async function askUntilAnswered(edition: Edition, path: string, request: UiRequest = {}): Promise<UiResponse> {
  for (let tries = 1; ; tries += 1) {
    const answer = await askServer(edition, path, request);
    if (answer.ok) return answer;
    if (answer.status < 500 && answer.status !== 429) throw refusalOf(path, answer);
    if (tries === mostTries) throw refusalOf(path, answer);
    await new Promise((resolve) => setTimeout(resolve, againMillis));
  }
}

function refusalOf(path: string, { status, text }: UiResponse): ServerRefusal {
  return new ServerRefusal(`The server answered ${path} with ${status}: ${text.slice(0, 300)}`);
}
