/** Which fields a profile opens without being told one by one: all, those that the platform brings, or none. */
export type FieldReach = 'all' | 'standard' | 'none';

/**
 * Whether administrators have the custom fields of a package without a permission set: 'all' as after an installation for
 * administrators, 'asDeployed' as after a deployment by the Metadata API, which grants a new field to nobody.
 */
export type FieldAccess = 'all' | 'asDeployed';

export interface StandardProfile {
  readonly id: string;
  readonly name: string;
  readonly userType: 'Standard' | 'Guest';
  /** Names as permission sets say them in <userPermissions>. */
  readonly userPermissions: readonly string[];
  /** By object: of R(ead), C(reate), E(dit) and D(elete) those that are granted. */
  readonly objects: Readonly<Record<string, string>>;
  readonly fields: FieldReach;
}

/** The profiles that every org has, as far as data depends on them. */
export const standardProfiles: readonly StandardProfile[] = [
  {
    id: '00e000000000001AAA',
    name: 'System Administrator',
    userType: 'Standard',
    userPermissions: [
      'ModifyAllData',
      'ViewAllData',
      'ApiEnabled',
      'AuthorApex',
      'CustomizeApplication',
      'ManageUsers',
      'AssignPermissionSets',
      'ViewSetup',
      'EditTask',
      'EditEvent',
      'ConvertLeads',
      'TransferAnyLead',
      'TransferAnyEntity',
      'RunReports',
      'RunFlow',
    ],
    // Whoever may modify all data needs no permissions on objects.
    objects: {},
    fields: 'all',
  },
  {
    id: '00e000000000002AAA',
    name: 'Standard User',
    userType: 'Standard',
    userPermissions: ['ApiEnabled', 'ViewSetup', 'EditTask', 'EditEvent', 'ConvertLeads', 'RunReports'],
    objects: {
      Account: 'RCED',
      Asset: 'RCED',
      Campaign: 'R',
      Case: 'RCE',
      Contact: 'RCED',
      Contract: 'RCED',
      Lead: 'RCE',
      Opportunity: 'RCED',
      Order: 'RCED',
      Pricebook2: 'R',
      Product2: 'R',
    },
    fields: 'standard',
  },
  {
    id: '00e000000000003AAA',
    name: 'Minimum Access - Salesforce',
    userType: 'Standard',
    userPermissions: [],
    objects: {},
    fields: 'none',
  },
  {
    id: '00e000000000004AAA',
    name: 'Minimum Access - API Only Integrations',
    userType: 'Standard',
    userPermissions: ['ApiEnabled', 'ApiUserOnly'],
    objects: {},
    fields: 'none',
  },
  {
    id: '00e000000000005AAA',
    name: 'Site Profile',
    userType: 'Guest',
    userPermissions: [],
    objects: {},
    fields: 'none',
  },
];

/** Users that every new org here has beside the administrator; others are inserted as on the platform. */
export const seededUsers = {
  administrator: '005000000000001AAA',
  standard: '005000000000002AAA',
  automatedProcess: '005000000000003AAA',
  guest: '005000000000004AAA',
  integration: '005000000000005AAA',
} as const;

export const standardUsers: readonly {
  readonly id: string;
  readonly username: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly userType: string;
  /** Null for the Automated Process, which has none on the platform either. */
  readonly profileId: string | null;
}[] = [
  {
    id: seededUsers.standard,
    username: 'standard.user@example.com',
    firstName: 'Standard',
    lastName: 'User',
    userType: 'Standard',
    profileId: '00e000000000002AAA',
  },
  {
    id: seededUsers.automatedProcess,
    username: 'automated.process@example.com',
    firstName: 'Automated',
    lastName: 'Process',
    userType: 'AutomatedProcess',
    profileId: null,
  },
  {
    id: seededUsers.guest,
    username: 'guest.user@example.com',
    firstName: 'Site',
    lastName: 'Guest User',
    userType: 'Guest',
    profileId: '00e000000000005AAA',
  },
  {
    id: seededUsers.integration,
    username: 'integration.user@example.com',
    firstName: 'Integration',
    lastName: 'User',
    userType: 'Standard',
    profileId: '00e000000000004AAA',
  },
];
