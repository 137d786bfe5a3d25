import type { PropertyDefinition } from '../../crm/crm.ts';
import type { PortalSettings } from '../../portal/portal-settings.ts';
import { sourcesOf, submissionFields, type SubmissionField } from '../../subjects/source-table.ts';
import type { GatheredSubject } from '../../subjects/subject.ts';
import { answered, type UiAnswer } from '../ui-answer.ts';
import type { FieldsForm } from '../ui-forms.ts';
import { gatherNewest } from './dry-run.ts';
import type { UiPortal } from './ui-portal.ts';

/** Enough to see what forms ask for, and no more calls than for one contact. */
const looksAt = 100;

/** Where each field is read from, and on how many of the newest contacts it is filled. */
export async function answerFields(portal: UiPortal): Promise<UiAnswer<FieldsForm>> {
  const { crm } = portal;
  const [subjects, { configuration }, ofContacts, ofCompanies] = await Promise.all([
    gatherNewest(portal, looksAt),
    portal.people(),
    crm.listProperties('contacts'),
    crm.listProperties('companies'),
  ]);
  return answered({
    contacts: subjects.length,
    fields: submissionFields.map((field) => tellField(field, configuration.settings, subjects)),
    properties: [...pathsOf('', ofContacts), ...pathsOf('company.', ofCompanies)],
  });
}

function tellField(
  field: SubmissionField,
  settings: PortalSettings,
  subjects: readonly GatheredSubject[],
): FieldsForm['fields'][number] {
  return {
    field,
    sources: [...sourcesOf(field, settings)],
    isOwn: Object.hasOwn(settings.sources, field),
    filled: subjects.filter(({ input }) => isFilled(input.submission[field])).length,
  };
}

/** A channel that nobody knows is none. */
function isFilled(value: string | number | boolean | null): boolean {
  return value !== null && value !== '' && value !== 'unknown';
}

function pathsOf(prefix: string, definitions: readonly PropertyDefinition[]): FieldsForm['properties'] {
  return definitions
    .map(({ name, label }) => ({ path: `${prefix}${name}`, label: label === '' ? name : label }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}
