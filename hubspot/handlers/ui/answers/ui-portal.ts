import type { LookupLists } from '../../../../core/src/author/run/look-up-lists.ts';
import type { AccessKeys } from '../../access/access-list.ts';
import type { Crm } from '../../crm/crm.ts';
import type { Team } from '../../people/team.ts';
import type { PortalConfiguration } from '../../portal/portal-settings.ts';
import type { RuleStore } from '../../rules/rule-store.ts';
import type { TriggerForm } from '../ui-forms.ts';

/** One portal as the answers need it, whichever edition gives it to them. */
export type UiPortal = {
  readonly portalId: number;
  /** The app's own id: an owner whom it set was chosen by nobody. */
  readonly appId: number;
  readonly crm: Crm;
  readonly store: RuleStore;
  readonly lists: LookupLists;
  readonly hasLeads: boolean;
  /** As they were a little while ago at most. */
  people(): Promise<{ readonly configuration: PortalConfiguration; readonly team: Team }>;
  readonly now: () => number;
  /** The rules, or what stands beside them, were changed: what was read before counts no longer. */
  rulesChanged(): Promise<void>;
};

/** What signs the list of who may do what, and who may do everything whatever it says. */
export type AccessGiven = { readonly keys: AccessKeys; readonly admins: readonly string[] };

/** What only the edition knows of the setup. */
export type SetupGiven = {
  readonly isPrepared: boolean;
  readonly triggers: readonly TriggerForm[];
  readonly missingScopes: readonly string[];
  readonly decidedLeads: number;
};
