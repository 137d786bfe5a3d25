import type { HubSpotApp } from './apps/hubspot-app.ts';
import { readProject } from './apps/read-project.ts';
import { refuseUnaffordable } from './apps/refuse-unaffordable.ts';
import { registerApp, type Identities } from './apps/register-app.ts';
import { AppFunctions } from './functions/app-functions.ts';
import { FunctionRunner } from './functions/function-runner.ts';
import { Faults } from './faults/faults.ts';
import { SignedFiles } from './files/signed-files.ts';
import { randomOf } from './http/chance.ts';
import { PendingWork } from './http/pending-work.ts';
import { Timers } from './http/timers.ts';
import { HubError } from './hub-error.ts';
import type { HubSpotOptions, NewPortal } from './hub-options.ts';
import { CallLimits } from './limits/call-limits.ts';
import { Grants } from './oauth/grants.ts';
import { HubPortal } from './portals/hub-portal.ts';
import { noHubs } from './portals/hub-tiers.ts';
import { UiProxy } from './ui/ui-fetch.ts';
import { DeliveryLog } from './webhooks/delivery.ts';
import { ChangeTeller } from './webhooks/change-teller.ts';
import { WebhookSender } from './webhooks/webhook-sender.ts';
import type { UsableAction } from './workflows/check-workflow.ts';
import { WorkflowRunner } from './workflows/workflow-runner.ts';

const deliveriesKept = 5000;

/** Everything that the hub knows, and its parts, without the server that answers for them. */
export class HubState {
  readonly now: () => number;
  readonly timers = new Timers();
  readonly pending = new PendingWork();
  readonly portals = new Map<number, HubPortal>();
  readonly apps = new Map<number, HubSpotApp>();
  readonly deliveries = new DeliveryLog(deliveriesKept);
  readonly identities: Identities;
  readonly grants: Grants;
  readonly limits: CallLimits;
  readonly faults: Faults;
  readonly webhooks: WebhookSender;
  readonly workflows: WorkflowRunner;
  readonly proxy: UiProxy;
  readonly functionRunner: FunctionRunner;
  readonly functions: AppFunctions;
  readonly signedFiles: SignedFiles;
  /** Where it is served; empty before. */
  origin = '';
  private readonly teller: ChangeTeller;
  private readonly random: () => number;
  private readonly searchDelayMillis: number | null;

  constructor({ now = Date.now, seed = 1, searchDelayMillis }: HubSpotOptions) {
    this.now = now;
    this.random = randomOf(seed);
    this.searchDelayMillis = searchDelayMillis ?? null;
    this.identities = identitiesOf(randomOf(seed + 1));
    this.grants = new Grants(now, () => this.identities.uuid());
    this.limits = new CallLimits(now);
    this.faults = new Faults(seed, now);
    this.proxy = new UiProxy(now);
    this.functionRunner = new FunctionRunner(now, this.pending);
    this.functions = new AppFunctions({
      runner: this.functionRunner,
      appsIn: (portalId) => this.appsIn(portalId),
      findToken: (appId, portalId) => this.grants.findStaticToken(appId, portalId),
      apiUrl: () => this.origin,
    });
    this.signedFiles = new SignedFiles(this.identities.uuid(), now, () => this.origin);
    this.webhooks = new WebhookSender({
      now,
      random: randomOf(seed + 2),
      timers: this.timers,
      pending: this.pending,
      log: this.deliveries,
      findApp: (appId) => this.findApp(appId),
      isInstalled: (appId, portalId) => this.grants.findInstallation(appId, portalId) !== null,
    });
    this.workflows = new WorkflowRunner({
      now,
      newNumber: () => this.identities.number(),
      timers: this.timers,
      pending: this.pending,
      findPortal: (portalId) => this.findPortal(portalId),
      findAction: (portalId, uid) => this.findAction(portalId, uid),
      execute: (execution) => this.functionRunner.execute(execution),
      apiUrl: () => this.origin,
    });
    this.teller = new ChangeTeller(randomOf(seed + 3), {
      installationsIn: (portalId) => this.grants.listInstallations().filter((each) => each.portalId === portalId),
      findApp: (appId) => this.findApp(appId),
      offer: (event) => this.webhooks.offer(event),
    });
  }

  addPortal({ portalId, tier, hubs = {}, timeZone = 'UTC', users = [], ...more }: NewPortal): HubPortal {
    const id = portalId ?? Math.max(1000, ...this.portals.keys()) + 1;
    if (this.portals.has(id))
      throw new HubError('HUB001', `There is a portal ${id} already. Next: take another number.`);
    const { now, random, searchDelayMillis } = this;
    const { mostCustomProperties = null } = more;
    const options = { portalId: id, tier, hubs: { ...noHubs, ...hubs }, timeZone, now, random, searchDelayMillis };
    const portal = new HubPortal({ ...options, mostCustomProperties });
    for (const user of users) portal.addUser(user);
    portal.records.onChange((change) => {
      this.teller.tell(portal, change);
      this.workflows.notice(id, change);
    });
    this.portals.set(id, portal);
    return portal;
  }

  /**
   * @param portalId of the account that it is uploaded into; null for a developer account
   * @throws ProjectError where HubSpot would not build it; an app that was there before stays as it is
   */
  uploadProject(
    folder: string,
    variables: Readonly<Record<string, string>>,
    profile: string | null,
    portalId: number | null,
  ): HubSpotApp {
    const project = readProject(folder, variables, profile);
    if (portalId !== null) refuseUnaffordable(project, this.portal(portalId));
    const isSame = (each: HubSpotApp): boolean => each.projectName === project.name && each.homePortalId === portalId;
    const known = [...this.apps.values()].find(isSame) ?? null;
    const app = registerApp(project, known, this.identities, portalId);
    this.apps.set(app.appId, app);
    return app;
  }

  findPortal(portalId: number): HubPortal | null {
    return this.portals.get(portalId) ?? null;
  }

  portal(portalId: number): HubPortal {
    const found = this.findPortal(portalId);
    if (found === null) throw new HubError('HUB001', `There is no portal ${portalId}. Next: add it with addPortal.`);
    return found;
  }

  findApp(appId: number): HubSpotApp | null {
    return this.apps.get(appId) ?? null;
  }

  app(appId: number): HubSpotApp {
    const found = this.findApp(appId);
    if (found === null) throw new HubError('HUB002', `There is no app ${appId}. Next: upload it with uploadProject.`);
    return found;
  }

  findClient(clientId: string): HubSpotApp | null {
    return [...this.apps.values()].find((each) => each.clientId === clientId) ?? null;
  }

  /** The apps that a portal has. */
  appsIn(portalId: number): HubSpotApp[] {
    return this.grants
      .listInstallations()
      .filter((each) => each.portalId === portalId)
      .flatMap(({ appId }) => this.findApp(appId) ?? []);
  }

  async close(): Promise<void> {
    this.timers.close();
    this.pending.abandon();
    await this.functionRunner.close();
  }

  /** A published action of one of the portal's apps, by its uid. */
  findAction(portalId: number, uid: string): UsableAction | null {
    for (const app of this.appsIn(portalId)) {
      const action = app.actions.find((each) => each.uid === uid && each.isPublished);
      if (action !== undefined) return { app, action };
    }
    return null;
  }
}

function identitiesOf(random: () => number): Identities {
  let last = 30_000_000;
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return {
    number: () => (last += 1),
    uuid: () => [8, 4, 4, 4, 12].map(hex).join('-'),
  };
}
