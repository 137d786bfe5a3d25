import { writePolicy } from '../../../core/src/decide/index.ts';
import type { DecisionContext } from '../../../core/src/decide/model/decision-context.ts';
import type { PreparedPolicy } from '../../../core/src/decide/model/prepared-policy.ts';
import { prepare } from '../../../core/src/decide/index.ts';
import type { Crm } from '../../handlers/crm/crm.ts';
import { decisionContextOf } from '../../handlers/people/decision-context.ts';
import { takeTeam } from '../../handlers/people/take-team.ts';
import type { Team } from '../../handlers/people/team.ts';
import type { PortalConfiguration } from '../../handlers/portal/portal-settings.ts';
import { findRuleTypes } from '../../handlers/rules/object-types.ts';
import type { RuleStore } from '../../handlers/rules/rule-store.ts';
import type { Database } from '../database/database.ts';
import { KeptValue } from './kept-value.ts';
import { keepLastLive, keepSnapshots, readLastLive } from './live-rules.ts';
import { confirmLiveRules, type ConfirmedRules, type LiveRules } from '../../handlers/rules/live-rules.ts';

/** What a portal looks like to whoever decides its leads. */
export type DecidingView = {
  readonly rules: LiveRules;
  readonly configuration: PortalConfiguration;
  readonly team: Team;
  readonly context: DecisionContext;
};

const configurationAges = { freshMillis: 300_000, usableMillis: 900_000 };
const teamAges = { freshMillis: 60_000, usableMillis: 300_000 };
const confirmMillis = 5_000;
const freshenMillis = 5_000;
/** A portal in which nothing was decided for so long is left in peace. */
const usedMillis = 3_600_000;

/**
 * One portal as this server sees it: its CRM, its rules, its people, each read when it is needed and kept for a little while.
 * Nothing in it is needed after a restart.
 */
export class PortalSession {
  readonly portalId: number;
  readonly appId: number;
  readonly hasLeads: boolean;
  /** Properties that the portal could not be given, such as contacts.sbx_fit_score. */
  readonly missingProperties: ReadonlySet<string>;
  readonly crm: Crm;
  readonly store: RuleStore;
  readonly #database: Database;
  #confirmed: ConfirmedRules | null = null;
  readonly #configuration: KeptValue<PortalConfiguration>;
  readonly #team: KeptValue<Team>;
  #view: DecidingView | null = null;
  #prepared: { readonly hash: string; readonly policy: PreparedPolicy } | null = null;
  #reading: Promise<DecidingView> | null = null;
  #rowType: string | null = null;
  #usedAt = 0;
  #freshenedAt = 0;

  constructor(
    identity: Pick<PortalSession, 'portalId' | 'appId' | 'hasLeads' | 'missingProperties'>,
    crm: Crm,
    store: RuleStore,
    database: Database,
  ) {
    this.portalId = identity.portalId;
    this.appId = identity.appId;
    this.hasLeads = identity.hasLeads;
    this.missingProperties = identity.missingProperties;
    this.crm = crm;
    this.store = store;
    this.#database = database;
    this.#configuration = new KeptValue(async () => (await store.readDraft()).configuration, configurationAges);
    this.#team = new KeptValue(async (now) => takeTeam(crm, await this.#configuration.get(now), now), teamAges);
  }

  /**
   * Everything that decides, as it was a little while ago at most. Several who ask at once are answered by one reading.
   *
   * @throws RulesNotHeldError, CrmError
   */
  view(now: number): Promise<DecidingView> {
    this.#usedAt = now;
    return this.#readOnce(now);
  }

  /**
   * Looks now and then what is old, which is read anew beside, so that the next lead waits for none of it.
   *
   * @throws RulesNotHeldError, CrmError
   */
  async keepFresh(now: number): Promise<void> {
    if (now - this.#freshenedAt < freshenMillis || now - this.#usedAt > usedMillis) {
      return;
    }
    this.#freshenedAt = now;
    await this.#readOnce(now);
  }

  #readOnce(now: number): Promise<DecidingView> {
    this.#reading ??= this.#read(now).finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  /** Whether the portal says, in these seconds, that it holds the rules of the view. One call at most. */
  async confirm(view: DecidingView, now: number): Promise<boolean> {
    if (this.#confirmed === null || now - this.#confirmed.confirmedAt > confirmMillis) {
      this.#confirmed = await this.#confirmLive(now);
    }
    return this.#confirmed.rules.hash === view.rules.hash;
  }

  /** The portal's people and settings alone, which also answer where no rules may decide. */
  async people(now: number): Promise<{ readonly configuration: PortalConfiguration; readonly team: Team }> {
    await this.#forgetWhatOthersChanged();
    return { configuration: await this.#configuration.get(now), team: await this.#team.get(now) };
  }

  /** The object type of the rules' rows; null where they are in files. It never changes once it is there. */
  async ruleRowType(): Promise<string | null> {
    this.#rowType ??= this.store.form === 'files' ? null : ((await findRuleTypes(this.crm)).row?.objectTypeId ?? null);
    return this.#rowType;
  }

  /** Ops changed something: nothing that was read before counts. */
  forgetRules(): void {
    this.#configuration.forget();
    this.#team.forget();
    if (this.#confirmed !== null) {
      this.#confirmed = { ...this.#confirmed, confirmedAt: 0 };
    }
  }

  async #read(now: number): Promise<DecidingView> {
    const { configuration, team } = await this.people(now);
    this.#confirmed ??= await this.#confirmLive(now);
    const rules = this.#confirmed.rules;
    if (this.#view === null || this.#view.rules.hash !== rules.hash || this.#view.team !== team) {
      this.#view = { rules, configuration, team, context: await this.#contextOf(rules, team) };
    }
    return this.#view;
  }

  #confirmLive(now: number): Promise<ConfirmedRules> {
    return confirmLiveRules(this.store, this.#confirmed, () => readLastLive(this.#database, this.portalId), now);
  }

  /** Another server may have heard of a change. */
  async #forgetWhatOthersChanged(): Promise<void> {
    const { readAt } = this.#configuration;
    if (readAt === null) {
      return;
    }
    const [draft] = await this.#database.query<{ changed_at: number }>(
      'select changed_at from draft where portal_id = $1',
      [this.portalId],
    );
    if (draft !== undefined && draft.changed_at > readAt) {
      this.forgetRules();
    }
  }

  async #contextOf(rules: LiveRules, team: Team): Promise<DecisionContext> {
    if (this.#prepared?.hash !== rules.hash) {
      this.#prepared = { hash: rules.hash, policy: prepare(rules.policy) };
    }
    await keepLastLive(this.#database, this.portalId, rules, this.#confirmed?.confirmedAt ?? 0);
    const { context, rosterText, calendarsText } = decisionContextOf(this.#prepared.policy, rules.hash, team);
    await keepSnapshots(this.#database, context, {
      policy: writePolicy(rules.policy),
      roster: rosterText,
      calendars: calendarsText,
    });
    return context;
  }
}
