/** What a permission set lets its people do with the records of an object. */
export type Access =
  | 'none'
  /** The records that sharing shows them. */
  | 'read'
  /** Every record, whatever sharing says. */
  | 'readAll'
  | 'create'
  /** What is there, without making any. */
  | 'change'
  | 'edit'
  | 'full';

/** What a permission set lets its people do with a field: as the object says where nothing is said here. */
export type FieldAccess = 'none' | 'read' | 'edit';

export type ObjectGrant = {
  readonly object: string;
  readonly access: Access;
  /** Every field that people may not handle as the rest of the record. */
  readonly fields?: Readonly<Record<string, FieldAccess>>;
  /** What counts for the fields that are not named; without it the object's own access. */
  readonly otherFields?: FieldAccess;
};

export type PermissionSet = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly grants: readonly ObjectGrant[];
  readonly customPermissions: readonly string[];
  readonly hasApp: boolean;
  /** Which of the classes that people and programs call these people may call. */
  readonly role: 'admin' | 'ops' | 'rep' | 'integration' | 'none';
  readonly tabs: 'all' | readonly string[] | { readonly allBut: readonly string[] };
};

/** What a rep learns in a talk and may write down; the rest of what a lead said stays as it came in. */
const learned: Readonly<Record<string, FieldAccess>> = {
  SbxBudget__c: 'edit',
  SbxBuyingGroup__c: 'edit',
  SbxCurrentTool__c: 'edit',
  SbxExpectedValue__c: 'edit',
  SbxLanguage__c: 'edit',
  SbxProductInterest__c: 'edit',
  SbxTeamSize__c: 'edit',
  SbxTimeline__c: 'edit',
};

/** What a sender may tell of an arrival. State, arrival count and everything scored are the engine's. */
const told: Readonly<Record<string, FieldAccess>> = {
  ...learned,
  SbxCampaign__c: 'edit',
  SbxChannel__c: 'edit',
  SbxEntryPage__c: 'edit',
  SbxIntakeId__c: 'edit',
  SbxLastPage__c: 'edit',
  SbxMessage__c: 'edit',
  SbxSubject__c: 'edit',
};

const standardOfLead: Readonly<Record<string, FieldAccess>> = Object.fromEntries(
  [
    'Address',
    'AnnualRevenue',
    'Description',
    'Email',
    'HasOptedOutOfEmail',
    'Industry',
    'LeadSource',
    'MobilePhone',
    'NumberOfEmployees',
    'Phone',
    'Title',
    'Website',
  ].map((name) => [name, 'edit']),
);

/** The lead as it came in and the salt of its fingerprint: for whoever exports and verifies, and for nobody else. */
const withoutPersonal: Readonly<Record<string, FieldAccess>> = { PersonalText__c: 'none', Salt__c: 'none' };

function grant(object: string, access: Access, more: Omit<ObjectGrant, 'object' | 'access'> = {}): ObjectGrant {
  return { object, access, ...more };
}

/** The objects of people and hours, which ops keep. */
const roster = ['SbxRep__c', 'SbxTimeOff__c', 'SbxCalendar__c', 'SbxListEntry__c'];

/** The permission sets of the package. `rules` are the objects of a policy's rows. */
export function permissionSets(rules: readonly string[]): PermissionSet[] {
  return [
    {
      name: 'SbxAdmin',
      label: 'Signalbox Admin',
      description: 'Sets Signalbox up: rules, roster, schedules, records, export and erasure.',
      grants: [
        ...rules.map((object) => grant(object, 'full')),
        ...roster.map((object) => grant(object, 'full')),
        grant('SbxRevision__c', 'edit'),
        grant('SbxRevisionPart__c', 'create'),
        grant('SbxTraining__c', 'create'),
        grant('SbxSnapshot__c', 'readAll'),
        grant('SbxSnapshotPart__c', 'read'),
        grant('SbxDecision__c', 'readAll'),
        grant('SbxClock__c', 'readAll'),
        grant('SbxLedger__c', 'readAll'),
        grant('SbxFeedback__c', 'readAll'),
        grant('SbxActivity__c', 'readAll'),
        grant('SbxIncident__c', 'change', { fields: { ResolvedAt__c: 'edit' }, otherFields: 'read' }),
        grant('SbxDecided__e', 'read'),
        grant('SbxAlert__e', 'read'),
        grant('Lead', 'none', { fields: learned, otherFields: 'read' }),
        grant('Contact', 'none', { fields: learned, otherFields: 'read' }),
        grant('Account', 'none', { otherFields: 'edit' }),
      ],
      customPermissions: ['SbxEditRules', 'SbxPublish'],
      hasApp: true,
      role: 'admin',
      tabs: 'all',
    },
    {
      name: 'SbxOps',
      label: 'Signalbox Ops',
      description: 'Edits and publishes rules, keeps the roster, answers why a lead went where it went.',
      grants: [
        ...rules.map((object) => grant(object, 'full')),
        ...roster.map((object) => grant(object, 'full')),
        grant('SbxRevision__c', 'edit'),
        grant('SbxRevisionPart__c', 'create'),
        grant('SbxSnapshot__c', 'read'),
        grant('SbxSnapshotPart__c', 'read'),
        grant('SbxDecision__c', 'readAll', { fields: withoutPersonal }),
        grant('SbxClock__c', 'readAll'),
        grant('SbxLedger__c', 'read'),
        grant('SbxFeedback__c', 'readAll'),
        grant('SbxActivity__c', 'readAll'),
        grant('SbxIncident__c', 'change', { fields: { ResolvedAt__c: 'edit' }, otherFields: 'read' }),
        grant('Lead', 'none', { fields: learned, otherFields: 'read' }),
        grant('Contact', 'none', { fields: learned, otherFields: 'read' }),
        grant('Account', 'none', { otherFields: 'edit' }),
      ],
      customPermissions: ['SbxEditRules', 'SbxPublish'],
      hasApp: true,
      role: 'ops',
      tabs: { allBut: ['SbxLearn'] },
    },
    {
      name: 'SbxRep',
      label: 'Signalbox Rep',
      description: 'Reads score cards and clocks, claims and hands back leads, says what was wrong.',
      grants: [
        grant('SbxDecision__c', 'read', { fields: { ...withoutPersonal, Turn__c: 'none' } }),
        grant('SbxClock__c', 'read'),
        // The engine writes what a rep says, after it has looked whether the rep sees the lead.
        grant('SbxFeedback__c', 'read'),
        grant('SbxActivity__c', 'read'),
        grant('SbxRep__c', 'read', { fields: { HolderId__c: 'none' } }),
        grant('SbxTimeOff__c', 'read'),
        grant('Lead', 'none', { fields: { ...learned, SbxIntakeId__c: 'none' }, otherFields: 'read' }),
        grant('Contact', 'none', { fields: { ...learned, SbxIntakeId__c: 'none' }, otherFields: 'read' }),
        grant('Account', 'none', { otherFields: 'read' }),
      ],
      customPermissions: [],
      hasApp: true,
      role: 'rep',
      tabs: ['SbxReview', 'SbxDecision__c', 'SbxClock__c'],
    },
    {
      name: 'SbxIntegration',
      label: 'Signalbox Integration',
      description: 'Sends leads and activities. It changes nothing that is there.',
      grants: [
        grant('Lead', 'create', { fields: { ...standardOfLead, ...told }, otherFields: 'none' }),
        // Whoever may read contacts must be able to read accounts: the platform refuses the set otherwise.
        grant('Account', 'read', { otherFields: 'none' }),
        grant('Contact', 'read', { fields: { Email: 'read', SbxIntakeId__c: 'read' }, otherFields: 'none' }),
        grant('SbxActivity__c', 'create'),
      ],
      customPermissions: [],
      hasApp: false,
      role: 'integration',
      tabs: [],
    },
    {
      name: 'SbxBypass',
      label: 'Signalbox Bypass',
      description: 'Records that these users save are left alone: for migrations and data repairs.',
      grants: [],
      customPermissions: ['SbxBypass'],
      hasApp: false,
      role: 'none',
      tabs: [],
    },
  ];
}

/** Every class that people or programs call, with the roles that may. A test holds it against the classes themselves. */
export const callableClasses: Readonly<Record<string, readonly PermissionSet['role'][]>> = {
  SbxAskReviewAction: ['admin', 'ops', 'rep'],
  SbxCardActions: ['admin', 'ops', 'rep'],
  SbxCloseClockAction: ['admin', 'ops', 'rep'],
  SbxDecideResource: ['admin', 'ops', 'rep'],
  SbxDecisionSearch: ['admin', 'ops'],
  SbxErase: ['admin'],
  SbxExport: ['admin'],
  SbxFindOwnerAction: ['admin', 'ops', 'rep'],
  SbxIntakeActivities: ['admin', 'integration'],
  SbxIntakeLeads: ['admin', 'integration'],
  SbxLeadCard: ['admin', 'ops', 'rep'],
  // It reads leads as they came in, which decisions keep and which ops do not read.
  SbxLearnPage: ['admin'],
  SbxLists: ['admin', 'ops'],
  SbxPolicyResource: ['admin', 'ops'],
  SbxPublishPage: ['admin', 'ops'],
  SbxRescore: ['admin', 'ops'],
  SbxRescoreAction: ['admin', 'ops'],
  SbxReviewQueue: ['admin', 'ops', 'rep'],
  SbxScoreAction: ['admin', 'ops', 'rep'],
  SbxScoreAndRouteAction: ['admin', 'ops', 'rep'],
  SbxSetup: ['admin', 'ops'],
  SbxStartClockAction: ['admin', 'ops', 'rep'],
  SbxTakeTurnAction: ['admin', 'ops', 'rep'],
  SbxVerifySeals: ['admin'],
};
