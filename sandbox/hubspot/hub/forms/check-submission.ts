import { Refusal } from '../http/refusal.ts';
import type { PortalForm, Submission, SubmittedField } from './portal-form.ts';

type FormProblem = { readonly errorType: string; readonly message: string };

/**
 * The values of a submission that count, by property. A form takes only fields that it has, and all that it requires.
 *
 * @throws Refusal 400 with every problem, in the words of the forms API; nothing was submitted then
 */
export function checkSubmission(form: PortalForm, submission: Submission): ReadonlyMap<string, string> {
  const isOnForm = ({ name, objectTypeId }: SubmittedField): boolean =>
    (objectTypeId ?? '0-1') === '0-1' && form.fields.includes(name);
  const values = new Map<string, string>();
  for (const field of submission.fields.filter(isOnForm)) {
    // A field that is there more than once holds several values.
    const before = values.get(field.name);
    values.set(field.name, before === undefined ? field.value : `${before};${field.value}`);
  }
  const problems: FormProblem[] = [];
  if (submission.fields.length > 1000) {
    problems.push(problem('MAX_NUMBER_OF_SUBMITTED_VALUES_EXCEEDED', 'There are more than 1000 fields'));
  }
  if (submission.skipValidation !== true) {
    for (const { name } of submission.fields.filter((field) => !isOnForm(field))) {
      problems.push(problem('FIELD_NOT_IN_FORM_DEFINITION', `Error in 'fields.${name}'. The field is not on the form`));
    }
    for (const name of form.requiredFields.filter((each) => (values.get(each) ?? '').trim() === '')) {
      problems.push(problem('REQUIRED_FIELD', `Error in 'fields.${name}'. Required field '${name}' is missing`));
    }
  }
  const email = values.get('email')?.trim() ?? '';
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    problems.push(problem('INVALID_EMAIL', "Error in 'fields.email'. Invalid email address"));
  }
  if (problems.length > 0) throw refuseSubmission(problems);
  return values;
}

export function refuseSubmission(problems: readonly FormProblem[]): Refusal {
  return new Refusal(400, 'VALIDATION_ERROR', 'The request is not valid', { errors: problems });
}

function problem(errorType: string, message: string): FormProblem {
  return { errorType, message };
}
