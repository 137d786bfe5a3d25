import type { PropertyValues } from '../../../../hubspot/handlers/crm/crm.ts';
import type { UiCallName, UiContent } from '../../../../hubspot/handlers/ui/ui-calls.ts';
import type { UiRefusal } from '../../../../hubspot/handlers/ui/ui-refusals.ts';

/** What a backend says to a call. Nobody answers where it is `silent`. */
export type StateAnswer<Name extends UiCallName = UiCallName> =
  { readonly content: UiContent<Name> } | { readonly refusal: UiRefusal } | 'silent';

export type StateAnswers = { readonly [Name in UiCallName]?: StateAnswer<Name> };

export type AssociatedRecord = {
  readonly toObjectId: number;
  readonly associationTypes: { category: string; typeId: number; label: string }[];
  readonly properties: Record<string, string | null>;
};

/** One state in which somebody finds a card: everything that it is made of. */
export type UiState = {
  /** As a file may be called. */
  readonly name: string;
  /** The file in hubspot/ui/entries. */
  readonly entry: 'score-card' | 'score-preview' | 'company-card' | 'route-selected';
  readonly location: 'crm.record.tab' | 'crm.preview' | 'crm.bulkActions';
  readonly crm:
    | { readonly objectId: number; readonly objectTypeId: string }
    | { readonly objectIds: number[]; readonly objectTypeId: string };
  readonly locale?: string;
  /** Of the record; null where HubSpot does not let the card read them. */
  readonly properties: PropertyValues | null;
  readonly associations: readonly AssociatedRecord[];
  /** A call that is not named is away, as where no server runs. */
  readonly answers: StateAnswers;
  /** Words that stand there once everything has come. */
  readonly shows: readonly string[];
};
