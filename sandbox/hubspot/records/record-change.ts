/** Who or what changed something, in HubSpot's own words: the `changeSource` of webhooks and the `sourceType` of histories. */
export type ChangeSource = {
  /** Such as CRM_UI, FORM, IMPORT, INTEGRATION, API, AUTOMATION_PLATFORM, CALCULATED. */
  readonly sourceType: string;
  /** The app's id for INTEGRATION, `userId:7` for CRM_UI, `contact-flow-3` for a workflow. */
  readonly sourceId: string | null;
  readonly userId: number | null;
};

/** Something that happened to a record. Webhooks, workflows and pages are told of each, in the order in which they happened. */
export type RecordChange =
  | ({ readonly kind: 'creation' | 'deletion' | 'restore' | 'privacyDeletion' } & ChangedRecord)
  | ({ readonly kind: 'propertyChange'; readonly property: string; readonly value: string } & ChangedRecord)
  | ({ readonly kind: 'merge'; readonly mergedIds: readonly string[]; readonly newId: string } & ChangedRecord)
  | ({
      readonly kind: 'associationChange';
      readonly toTypeId: string;
      readonly toId: string;
      readonly isRemoved: boolean;
    } & ChangedRecord);

type ChangedRecord = {
  readonly objectTypeId: string;
  readonly objectId: string;
  readonly source: ChangeSource;
  readonly at: number;
};

/** The plan of a portal, which says what it can do. */
export type Tier = 'free' | 'starter' | 'pro' | 'enterprise';
