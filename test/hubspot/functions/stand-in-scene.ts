import { FunctionCrm } from '../../../hubspot/functions/entries/function-crm.ts';
import { main as uiFunction } from '../../../hubspot/functions/entries/ui.ts';
import type { UiFunctionAnswer } from '../../../hubspot/functions/ui/answer-call.ts';
import { startHubSpot, type StandInHubSpot } from '../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import { PrivateProject } from '../../sandbox/hubspot/hub/private-project.ts';
import { fewPools, mailOf } from './few-pools.ts';
import { publish } from './private-scene.ts';

export const admin = 'admin@northlight.example';
export const key = 'k'.repeat(40);
export const endpointKey = 'e'.repeat(40);

const scopes = [
  ...['contacts', 'companies', 'leads', 'custom'].flatMap((word) => [
    `crm.objects.${word}.read`,
    `crm.objects.${word}.write`,
  ]),
  ...['contacts', 'companies', 'custom'].flatMap((word) => [`crm.schemas.${word}.read`, `crm.schemas.${word}.write`]),
  ...['crm.objects.users.read', 'crm.objects.owners.read', 'automation'],
];

/** A stand-in HubSpot with a portal in which the private edition is installed, and the functions' environment set to it. */
export class StandInScene {
  readonly hubSpot: StandInHubSpot;
  readonly portal: HubPortal;
  readonly #project: PrivateProject;
  readonly #before: NodeJS.ProcessEnv;

  private constructor(hubSpot: StandInHubSpot, portal: HubPortal, project: PrivateProject, token: string) {
    this.hubSpot = hubSpot;
    this.portal = portal;
    this.#project = project;
    this.#before = { ...process.env };
    Object.assign(process.env, {
      PRIVATE_APP_ACCESS_TOKEN: token,
      HUBSPOT_API_URL: hubSpot.url,
      SIGNALBOX_KEY: key,
      SIGNALBOX_ADMINS: admin,
      SIGNALBOX_ENDPOINT_KEY: endpointKey,
    });
  }

  /**
   * @param given.now the portal's clock, for what happened long ago
   * @param given.moreScopes beside those that every portal with functions grants
   */
  static async start(
    given: { readonly now?: () => number; readonly moreScopes?: readonly string[] } = {},
  ): Promise<StandInScene> {
    const hubSpot = await startHubSpot({
      seed: 11,
      searchDelayMillis: 0,
      ...(given.now === undefined ? {} : { now: given.now }),
    });
    // How calls are held back has its own tests, and waits for seconds.
    hubSpot.limits.set({ isEnforced: false });
    const project = new PrivateProject([...scopes, ...(given.moreScopes ?? [])]);
    const names = ['admin', ...new Set(fewPools().members.map(({ memberKey }) => memberKey))];
    const users = names.map((name) => ({ firstName: name, lastName: 'Northlight', email: mailOf(name) }));
    const portal = hubSpot.addPortal({ tier: 'enterprise', users });
    const app = hubSpot.uploadProject(project.folder, {}, null, portal.portalId);
    const { accessToken } = await hubSpot.install(portal.portalId, app.appId);
    return new StandInScene(hubSpot, portal, project, accessToken!);
  }

  async close(): Promise<void> {
    process.env = this.#before;
    await this.hubSpot.close();
    this.#project.remove();
  }

  crm(): FunctionCrm {
    return new FunctionCrm(process.env);
  }

  /** Publishes rules by which everybody takes leads at any hour. */
  async publishFewPools(): Promise<void> {
    await publish(this.crm(), fewPools());
  }

  addContact(properties: Readonly<Record<string, string>>): string {
    const source = { sourceType: 'FORM', sourceId: null, userId: null };
    return this.portal.records.createRecord('contacts', properties, source).id;
  }

  valueOf(contactId: string, property: string): string | null {
    return this.portal.records.findRecord('0-1', contactId)?.value(property) ?? null;
  }

  call(call: string, input: unknown, session: string | null = null): Promise<UiFunctionAnswer> {
    return uiFunction({ parameters: { call, input, session } });
  }

  /** Somebody says who they are, and writes the code into the record that they are told. */
  async signIn(email: string, writtenBy: string = email): Promise<UiFunctionAnswer> {
    const asked = await this.call('signIn', { email, code: null });
    if (!asked.isAnswered) {
      return asked;
    }
    const { code, recordPath } = asked.content as { code: string; recordPath: string };
    this.writeByHand(recordPath, code, writtenBy);
    return this.call('signIn', { email, code });
  }

  writeByHand(recordPath: string, code: string, email: string): void {
    const [typeId, recordId] = recordPath.split('/').slice(-2) as [string, string];
    const user = this.portal.users.find((each) => each.email === email)!;
    this.portal.records.updateRecord(
      typeId,
      recordId,
      { sbx_confirmation: code },
      {
        sourceType: 'CRM_UI',
        sourceId: `userId:${user.userId}`,
        userId: user.userId,
      },
    );
  }

  async sessionOf(email: string): Promise<string> {
    const answer = await this.signIn(email);
    if (!answer.isAnswered) {
      throw new Error(JSON.stringify(answer.refusal));
    }
    return (answer.content as { session: string }).session;
  }
}
