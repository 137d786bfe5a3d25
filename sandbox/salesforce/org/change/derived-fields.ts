import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';

type Fields = Map<string, unknown>;

/** Stage → probability in percent and forecast category, as a new org has them. */
const stages: Readonly<Record<string, readonly [number, string]>> = {
  Prospecting: [10, 'Pipeline'],
  Qualification: [10, 'Pipeline'],
  'Needs Analysis': [20, 'Pipeline'],
  'Value Proposition': [50, 'Pipeline'],
  'Id. Decision Makers': [60, 'Pipeline'],
  'Perception Analysis': [70, 'Pipeline'],
  'Proposal/Price Quote': [75, 'Pipeline'],
  'Negotiation/Review': [90, 'Pipeline'],
  'Closed Won': [100, 'Closed'],
  'Closed Lost': [0, 'Omitted'],
};

/**
 * Sets what the platform works out of other fields when it saves: a person's Name, whether a task is closed. `changed` has the
 * names of what the request set. deriveFields(lead, fields, new Set(['lastname'])) sets Name.
 */
export function deriveFields(object: ObjectSchema, fields: Fields, changed: (lowerName: string) => boolean): void {
  switch (object.name) {
    case 'Lead':
    case 'Contact':
    case 'User':
      fields.set('name', fullName(fields));
      break;
    case 'Task':
      fields.set('isclosed', fields.get('status') === 'Completed');
      fields.set('ishighpriority', fields.get('priority') === 'High');
      break;
    case 'Case':
      fields.set('isclosed', fields.get('status') === 'Closed');
      break;
    case 'Opportunity':
      deriveStage(fields, changed);
      break;
    case 'CampaignMember':
      fields.set('hasresponded', fields.get('status') === 'Responded');
      break;
  }
}

function fullName(fields: Fields): string {
  return ['firstname', 'middlename', 'lastname', 'suffix']
    .map((each) => fields.get(each))
    .filter((part) => typeof part === 'string' && part !== '')
    .join(' ');
}

function deriveStage(fields: Fields, changed: (lowerName: string) => boolean): void {
  const stage = fields.get('stagename');
  const [probability, category] = stages[String(stage)] ?? [0, 'Pipeline'];
  fields.set('isclosed', category !== 'Pipeline');
  fields.set('iswon', category === 'Closed');
  if (changed('stagename') && !changed('probability')) {
    fields.set('probability', new ApexDecimal(BigInt(probability), 0));
  }
  if (changed('stagename') && !changed('forecastcategoryname')) {
    fields.set('forecastcategoryname', category);
    fields.set('forecastcategory', category);
  }
}
