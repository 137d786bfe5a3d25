import type { PropertyDefinition, SchemaDefinition } from '../crm/crm.ts';
import { mostParts } from './revision-text.ts';

/** What a revision's record holds beside the parts of its text. */
export const revisionProperty = {
  /** "Revision 12". Unique, so that of two who publish at once under one number the second is refused. */
  title: 'sbx_title',
  number: 'sbx_number',
  hash: 'sbx_hash',
  state: 'sbx_state',
  publishedAt: 'sbx_published_at',
  publishedBy: 'sbx_published_by',
  previousHash: 'sbx_previous_hash',
  policyName: 'sbx_policy_name',
  partCount: 'sbx_part_count',
  /** Counts up whenever a revision is made live: the highest is the live one, whatever the states say. */
  madeLive: 'sbx_made_live',
} as const;

/** partProperty(1) → 'sbx_part_01'. */
export function partProperty(number: number): string {
  return `sbx_part_${String(number).padStart(2, '0')}`;
}

export const partProperties: readonly string[] = Array.from({ length: mostParts }, (_, place) =>
  partProperty(place + 1),
);

/** The object type of published revisions. */
export function revisionSchema(typeName: string): SchemaDefinition {
  const property = (
    name: string,
    label: string,
    description: string,
    form: Pick<PropertyDefinition, 'type' | 'fieldType'>,
    hasUniqueValue = false,
  ): PropertyDefinition => ({
    name,
    label,
    description,
    ...form,
    groupName: '',
    options: [],
    hasUniqueValue,
  });
  const text = { type: 'string', fieldType: 'text' } as const;
  const whole = { type: 'number', fieldType: 'number' } as const;
  const long = { type: 'string', fieldType: 'textarea' } as const;
  return {
    name: typeName,
    labels: { singular: 'Signalbox revision', plural: 'Signalbox revisions' },
    primaryDisplayProperty: revisionProperty.title,
    secondaryDisplayProperties: [revisionProperty.policyName, revisionProperty.state],
    requiredProperties: [revisionProperty.title, revisionProperty.number, revisionProperty.hash],
    properties: [
      property(revisionProperty.title, 'Title', 'The number of the revision in words.', text, true),
      property(revisionProperty.number, 'Number', 'Revisions are counted from 1.', whole),
      property(revisionProperty.hash, 'Hash', 'SHA-256 of the text. Decisions name their revision by it.', text, true),
      {
        ...property(
          revisionProperty.state,
          'State',
          'The live revision decides. Signalbox writes it, never reads it.',
          {
            type: 'enumeration',
            fieldType: 'select',
          },
        ),
        options: [
          { label: 'Live', value: 'live' },
          { label: 'Retired', value: 'retired' },
        ],
      },
      property(revisionProperty.publishedAt, 'Published at', 'When it was published.', {
        type: 'datetime',
        fieldType: 'date',
      }),
      property(revisionProperty.publishedBy, 'Published by', 'Who published it.', text),
      property(revisionProperty.previousHash, 'Hash before', 'The hash of the revision before this one.', text),
      property(revisionProperty.policyName, 'Policy name', 'The name that the policy has in this revision.', text),
      property(revisionProperty.partCount, 'Parts', 'How many parts the text has.', whole),
      property(revisionProperty.madeLive, 'Made live', 'Counts up at each publishing and rollback.', whole),
      ...partProperties.map((name, place) =>
        property(
          name,
          `Text, part ${place + 1}`,
          'A part of the published text. Never edit it: a revision whose text does not fit its hash decides nothing.',
          long,
        ),
      ),
    ],
  };
}
