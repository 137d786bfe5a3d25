import type { FastifyInstance } from 'fastify';
import type { HubSpotApp } from './apps/hubspot-app.ts';
import type { Faults } from './faults/faults.ts';
import type { PortalForm, SubmittedField, Submission } from './forms/portal-form.ts';
import { submitForm } from './forms/submit-form.ts';
import type { ServerlessRequest } from './functions/app-functions.ts';
import type { FunctionRunner } from './functions/function-runner.ts';
import { HubError } from './hub-error.ts';
import type { HubSpotOptions, NewPortal } from './hub-options.ts';
import { HubState } from './hub-state.ts';
import { importContacts, type ImportOutcome } from './imports/import-contacts.ts';
import { installInBrowser, installUrl, type InstallChoices, type InstallOutcome } from './install-app.ts';
import type { CallLimits } from './limits/call-limits.ts';
import { canGrant } from './oauth/scopes-by-tier.ts';
import type { HubPortal } from './portals/hub-portal.ts';
import type { PortalUser } from './portals/portal-user.ts';
import { serveHub } from './serve-hub.ts';
import { UiFetchError, type UiRequest, type UiResponse } from './ui/ui-fetch.ts';
import type { DeliveryLog } from './webhooks/delivery.ts';
import type { WebhookSender } from './webhooks/webhook-sender.ts';
import type { NewWorkflow, Workflow, WorkflowRun } from './workflows/workflow.ts';
import type { WorkflowRunner } from './workflows/workflow-runner.ts';

/**
 * Starts a HubSpot for tests, benches and demonstrations: portals with their CRM, apps with tokens and webhooks, forms,
 * workflows and files, and pages to look at, all on one origin of this machine.
 *
 *     const hubSpot = await startHubSpot({ seed: 7 });
 *     const portal = hubSpot.addPortal({ tier: 'pro', users: [{ firstName: 'Ana', lastName: 'Lima', email: 'ana@example.com' }] });
 *     const app = hubSpot.uploadProject('hubspot/marketplace-app', { ORIGIN: 'http://127.0.0.1:8080' });
 *     await hubSpot.install(portal.portalId, app.appId);
 */
export async function startHubSpot(options: HubSpotOptions = {}): Promise<StandInHubSpot> {
  const state = new HubState(options);
  const hubSpot = new StandInHubSpot(state, options);
  await hubSpot.listen(options.port ?? 0);
  return hubSpot;
}

export class StandInHubSpot {
  private readonly state: HubState;
  private readonly server: FastifyInstance;

  constructor(state: HubState, { cardUrl = null, hasUiHost = false }: HubSpotOptions) {
    this.state = state;
    this.server = serveHub(state, {
      cardUrl,
      hasUiHost,
      uiFetch: (portalId, userId, url, request) => this.uiFetch(portalId, userId, url, request),
    });
  }

  async listen(port: number): Promise<void> {
    this.state.origin = await this.server.listen({ port, host: '127.0.0.1' });
  }

  /** Of the API and of the pages alike. */
  get url(): string {
    return this.state.origin;
  }

  get portals(): readonly HubPortal[] {
    return [...this.state.portals.values()];
  }

  get apps(): readonly HubSpotApp[] {
    return [...this.state.apps.values()];
  }

  /** What goes wrong with calls of apps. */
  get faults(): Faults {
    return this.state.faults;
  }

  /** How many calls are let through, and the counters of them. */
  get limits(): CallLimits {
    return this.state.limits;
  }

  /** How webhooks are delivered. */
  get webhooks(): WebhookSender {
    return this.state.webhooks;
  }

  /** The calls to apps' webhook addresses. */
  get deliveries(): DeliveryLog {
    return this.state.deliveries;
  }

  /** How actions are called, the runs, and what is blocked. */
  get workflows(): WorkflowRunner {
    return this.state.workflows;
  }

  /** How code of apps and workflows is executed, and what came of it. */
  get functions(): FunctionRunner {
    return this.state.functionRunner;
  }

  addPortal(portal: NewPortal): HubPortal {
    return this.state.addPortal(portal);
  }

  /** @throws HubError HUB001 */
  portal(portalId: number): HubPortal {
    return this.state.portal(portalId);
  }

  /**
   * Uploads the project in a folder, as `hs project upload` does; again to change it.
   *
   * @param variables what `${NAME}` in its metadata stands for; they come before those of the profile
   * @param profile of which `hsprofile.PROFILE.json` is read
   * @param portalId of the account that it is uploaded into, as an app of that company's own is; a developer account's where
   *   it is left out
   * @throws ProjectError
   */
  uploadProject(
    folder: string,
    variables: Readonly<Record<string, string>> = {},
    profile: string | null = null,
    portalId: number | null = null,
  ): HubSpotApp {
    return this.state.uploadProject(folder, variables, profile, portalId);
  }

  installUrl(appId: number): string {
    return installUrl(this.url, this.state.app(appId));
  }

  /** Installs an app as a user with a browser does, to where the app's redirect leads. */
  install(portalId: number, appId: number, choices: InstallChoices = {}): Promise<InstallOutcome> {
    const portal = this.state.portal(portalId);
    const app = this.state.app(appId);
    const user = this.userOf(portal, choices.userId ?? portal.users[0]?.userId ?? 0);
    if (app.authType === 'static') return Promise.resolve(this.installStatic(app, portal, user));
    return installInBrowser(this.url, app, portalId, user.userId, choices);
  }

  /** A user takes the app away. Its tokens end, and it is told of nothing more. */
  uninstall(portalId: number, appId: number): boolean {
    return this.state.grants.uninstall(appId, portalId);
  }

  isInstalled(portalId: number, appId: number): boolean {
    return this.state.grants.findInstallation(appId, portalId) !== null;
  }

  /** The scopes that calls of an app needed so far, in all its portals. */
  scopesUsed(appId: number): string[] {
    return this.state.grants.scopesUsed(appId);
  }

  /** Lets the access tokens of a portal expire, as half an hour would. */
  expireAccessTokens(portalId: number): void {
    this.state.grants.expireAccessTokens(portalId);
  }

  /** A form; the e-mail address is required where nothing is said of it. */
  addForm(
    portalId: number,
    form: { readonly name: string; readonly fields: readonly string[]; readonly requiredFields?: readonly string[] },
  ): PortalForm {
    const { name, fields, requiredFields = ['email'] } = form;
    const added = { formGuid: this.state.identities.uuid(), name, fields, requiredFields };
    this.state.portal(portalId).forms.set(added.formGuid, added);
    return added;
  }

  /**
   * Somebody sends a form in.
   *
   * @returns the contact's id
   * @throws Refusal where the form does not take it
   */
  submitForm(
    portalId: number,
    formGuid: string,
    fields: Readonly<Record<string, string>> | readonly SubmittedField[],
    more: Omit<Submission, 'fields'> = {},
  ): string {
    const portal = this.state.portal(portalId);
    const form = portal.forms.get(formGuid);
    if (form === undefined) {
      throw new HubError('HUB003', `Portal ${portalId} has no form ${formGuid}. Next: add it with addForm.`);
    }
    const list = isFieldList(fields) ? fields : Object.entries(fields).map(([name, value]) => ({ name, value }));
    return submitForm(portal.records, form, { ...more, fields: list }, this.state.now());
  }

  /** Imports contacts as from a file, by their addresses. */
  importContacts(portalId: number, rows: readonly Readonly<Record<string, string>>[]): ImportOutcome {
    return importContacts(this.state.portal(portalId).records, rows, String(this.state.identities.number()));
  }

  /** @throws WorkflowError where the portal cannot have it */
  addWorkflow(portalId: number, workflow: NewWorkflow): Workflow {
    return this.state.workflows.add(this.state.portal(portalId), workflow);
  }

  /** Enrols a record by hand. Resolves when it is through. */
  runWorkflow(portalId: number, workflowId: number, objectId: string): Promise<WorkflowRun> {
    return this.state.workflows.run(portalId, workflowId, objectId);
  }

  /**
   * Calls an app's backend as `hubspot.fetch` on one of its cards does. The app is the one of the portal that may call the
   * address.
   *
   * @throws UiFetchError where HubSpot does not send it on, or nothing comes back
   */
  uiFetch(portalId: number, userId: number, url: string, request: UiRequest = {}): Promise<UiResponse> {
    const portal = this.state.portal(portalId);
    const user = this.userOf(portal, userId);
    const apps = this.state.appsIn(portalId);
    const app = apps.find((each) => each.permittedUrls.fetch.some((one) => isOfOrigin(one, url))) ?? apps[0];
    if (app === undefined) {
      return Promise.reject(new UiFetchError('UIF001', `Portal ${portalId} has no app that could call the address.`));
    }
    return this.state.proxy.fetch(app, portalId, user, url, request);
  }

  /**
   * Calls a function of one of the portal's apps as `hubspot.serverless` on one of their pages does.
   *
   * @throws FunctionError
   */
  serverless(portalId: number, userId: number, name: string, request: ServerlessRequest = {}): Promise<unknown> {
    const portal = this.state.portal(portalId);
    this.userOf(portal, userId);
    return this.state.functions.callFromUserInterface(portal, name, request);
  }

  /** Resolves when no delivery and no workflow is under way. Blocked actions are not waited for. */
  settled(): Promise<void> {
    return this.state.pending.settled();
  }

  /** Ends the server, its connections and everything that waits. */
  async close(): Promise<void> {
    await this.state.close();
    await this.server.close();
  }

  private installStatic(app: HubSpotApp, portal: HubPortal, { userId }: PortalUser): InstallOutcome {
    const { portalId } = portal;
    if (app.homePortalId !== null && app.homePortalId !== portalId) {
      const text = `The app belongs to portal ${app.homePortalId} and can be installed nowhere else.`;
      return { status: 403, url: this.url, text, accessToken: null };
    }
    // Nobody is asked for consent: what the plan lacks is left out, and calls that need it are refused.
    const scopes = new Set(app.requiredScopes.filter((scope) => canGrant(portal.tier, scope)));
    const installation = { portalId, appId: app.appId, userId, scopes };
    return { status: 200, url: this.url, text: '', accessToken: this.state.grants.installStatic(installation) };
  }

  private userOf(portal: HubPortal, userId: number): PortalUser {
    const found = portal.findUser(userId);
    if (found === null) {
      throw new HubError('HUB004', `Portal ${portal.portalId} has no user ${userId}. Next: name users in addPortal.`);
    }
    return found;
  }
}

function isFieldList(
  fields: Readonly<Record<string, string>> | readonly SubmittedField[],
): fields is readonly SubmittedField[] {
  return Array.isArray(fields);
}

function isOfOrigin(permitted: string, url: string): boolean {
  return URL.canParse(url) && new URL(permitted).origin === new URL(url).origin;
}
