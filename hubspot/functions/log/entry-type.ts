import type { PropertyDefinition, SchemaDefinition } from '../../handlers/crm/crm.ts';

/** What the portal calls the log of the private edition: one custom object, for a portal may have ten. */
export const entryTypeName = 'sbx_entry';

/**
 * What an entry is.
 *
 * - `claim`: a contact is to be decided
 * - `decision`: what was decided, with the turn that it took
 * - `repeat`: it was decided again and came to the same
 * - `return`: a turn that was given back
 * - `lease`: somebody finishes what somebody else began
 * - `hint`: where the turns of a pool had come to
 * - `snapshot`: people or hours as decisions name them
 * - `signIn`, `alert`, `report`, `call`, `self`: a request to sign in, something to look at, what a person reported, a call that
 *   was answered, and the app itself
 */
export const entryKinds = [
  'claim',
  'decision',
  'repeat',
  'return',
  'lease',
  'hint',
  'snapshot',
  'signIn',
  'alert',
  'report',
  'call',
  'self',
] as const;

export type EntryKind = (typeof entryKinds)[number];

export const entryProperty = {
  /** Says what the entry is for, and that there is only one for it. Unique. */
  key: 'sbx_entry_key',
  /** Of the pool and its number, where the entry changes the order of turns. Unique as well. */
  turnKey: 'sbx_turn_key',
  kind: 'sbx_entry_kind',
  state: 'sbx_entry_state',
  contactId: 'sbx_contact_id',
  at: 'sbx_entry_at',
  /** Names the invocation that made it. */
  maker: 'sbx_made_by',
  /** The call that asked for it. */
  call: 'sbx_call_key',
  decisionId: 'sbx_decision_id',
  mode: 'sbx_mode',
  destination: 'sbx_destination',
  band: 'sbx_band',
  slaKey: 'sbx_sla',
  givenTo: 'sbx_given_to',
  basis: 'sbx_basis',
  headline: 'sbx_headline',
  policyHash: 'sbx_policy_hash',
  /** `yes` where a person got it because the engine was not sure enough. */
  isReviewed: 'sbx_is_reviewed',
  /** Where a user confirms that they are who they say. */
  confirmation: 'sbx_confirmation',
} as const;

/** Texts that may be longer than one property holds, and how many properties each has. */
export const textParts = { ledger: 2, body: 10, personal: 4, due: 4 } as const;

export type TextName = keyof typeof textParts;

/** partNames('personal') → ['sbx_personal_01', …, 'sbx_personal_04'] */
export function partNames(text: TextName): string[] {
  return Array.from({ length: textParts[text] }, (_, place) => `sbx_${text}_${String(place + 1).padStart(2, '0')}`);
}

export const confirmationLabel = 'Signalbox confirmation code';

/** The object type of the log. */
export function entrySchema(): SchemaDefinition {
  return {
    name: entryTypeName,
    labels: { singular: 'Signalbox entry', plural: 'Signalbox entries' },
    primaryDisplayProperty: entryProperty.key,
    secondaryDisplayProperties: [entryProperty.kind, entryProperty.headline],
    requiredProperties: [entryProperty.key],
    properties: [
      text(entryProperty.key, 'Key', 'What the entry is for. There is one entry for each key.', true),
      text(entryProperty.turnKey, 'Turn', 'The pool and the number of the turn that was taken or given back.', true),
      {
        ...text(entryProperty.kind, 'Kind', 'What the entry is.'),
        type: 'enumeration',
        fieldType: 'select',
        options: entryKinds.map((value) => ({ label: value, value })),
      },
      text(entryProperty.state, 'State', 'How far it has come.'),
      text(entryProperty.contactId, 'Contact', 'The id of the contact that it is about.'),
      { ...text(entryProperty.at, 'At', 'When it happened.'), type: 'datetime', fieldType: 'date' },
      text(entryProperty.maker, 'Made by', 'Which run of the app made it.'),
      text(entryProperty.call, 'Call', 'Which call asked for it.'),
      text(entryProperty.decisionId, 'Decision', 'The id of the decision.'),
      text(entryProperty.mode, 'Mode', 'Whether it was only recorded (observe), shown (suggest) or acted on (live).'),
      text(entryProperty.destination, 'Destination', 'Where the decision sent the lead.'),
      text(entryProperty.band, 'Band', 'Warm, lukewarm, cool or cold.'),
      text(entryProperty.slaKey, 'Promise', 'Which promise of a first touch counts.'),
      text(entryProperty.givenTo, 'Given to', 'The short name of whoever got the lead.'),
      text(entryProperty.basis, 'Basis', 'How the owner was found.'),
      text(entryProperty.headline, 'Headline', 'The decision in one line.'),
      text(entryProperty.policyHash, 'Rules', 'SHA-256 of the rules that decided.'),
      text(entryProperty.isReviewed, 'Reviewed', '"yes" where a person got it because confidence was low.'),
      text(entryProperty.confirmation, confirmationLabel, 'Write the code here that Signalbox shows you.'),
      ...parts('ledger', 'Turns', 'How the turns of the pool stand after this entry. Never edit it.'),
      ...parts('body', 'Record', 'The whole decision without personal data. Never edit it.'),
      ...parts(
        'personal',
        'Personal part',
        'What the decision knew of the person. It is emptied when they are erased.',
      ),
      ...parts('due', 'Still to do', 'What is still to be written. It is emptied when that is done.'),
    ],
  };
}

function text(name: string, label: string, description: string, hasUniqueValue = false): PropertyDefinition {
  return {
    name,
    label,
    description,
    type: 'string',
    fieldType: 'text',
    groupName: '',
    options: [],
    hasUniqueValue,
  };
}

function parts(name: TextName, label: string, description: string): PropertyDefinition[] {
  return partNames(name).map((part, place) => ({
    ...text(part, `${label}, part ${place + 1}`, description),
    fieldType: 'textarea',
  }));
}
