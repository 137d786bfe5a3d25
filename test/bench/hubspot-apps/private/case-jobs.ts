import { questionOf, type Question } from '../../../cases/given.ts';
import { isCall, readTopics, type DecideCase } from '../../../cases/topics.ts';

export type CaseQuestion = Question;

/** All cases that decide, with what they decide on and what is expected. */
export function caseJobs(): { readonly question: Question; readonly expect: DecideCase['expect'] }[] {
  return readTopics().flatMap(({ topic }) =>
    topic.cases.flatMap((one) => (isCall(one) ? [] : [{ question: questionOf(one.given), expect: one.expect }])),
  );
}
