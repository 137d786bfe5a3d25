import * as z from 'zod';
import { uiCalls, type UiCallName, type UiContent } from '../../handlers/ui/ui-calls.ts';
import { ruleProblemForm } from '../../handlers/ui/ui-forms.ts';
import type { Refused, Result } from './backend.ts';

const refusalForm = z.object({
  code: z.string(),
  message: z.string(),
  nextStep: z.string(),
  problems: z.array(ruleProblemForm.partial()).optional(),
});

/** What a backend sent as the content of an answer. */
export function readContent<Name extends UiCallName>(name: Name, sent: unknown): Result<UiContent<Name>> {
  const read = uiCalls[name].answer.safeParse(sent);
  return read.success ? { state: 'answered', content: read.data as UiContent<Name> } : unreadable();
}

/** What a backend sent instead of an answer. */
export function readRefusal(sent: unknown): Refused {
  const read = refusalForm.safeParse(sent);
  if (!read.success) return away();
  const problems = (read.data.problems ?? []).map((problem) => ({
    code: problem.code ?? read.data.code,
    about: problem.about ?? '',
    found: problem.found ?? '',
    next: problem.next ?? '',
  }));
  return { state: 'refused', ...read.data, problems };
}

export function away(): Refused {
  return {
    state: 'refused',
    code: 'HSU001',
    message: 'Signalbox does not answer at the moment.',
    nextStep: 'Try again in a moment. What was decided before stands on the records.',
    problems: [],
  };
}

function unreadable(): Refused {
  return {
    state: 'refused',
    code: 'HSU002',
    message: 'Signalbox answered in a form that this page does not know.',
    nextStep: 'Reload the page. If that does not help, app and backend are of different versions: update both.',
    problems: [],
  };
}
