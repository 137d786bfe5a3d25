import { questionOf, type Question } from '../../../cases/given.ts';
import { isCall, readTopics, type CallCase } from '../../../cases/topics.ts';

/** What the function of the cases is given: what to decide on, or which function to call with what. */
export type CaseJob = { readonly question: Question } | { readonly callCase: CallCase };

/** All cases, with what is expected of each. */
export function caseJobs(): { readonly job: CaseJob; readonly expect: unknown }[] {
  return readTopics().flatMap(({ topic }) =>
    topic.cases.map((one) => ({
      job: isCall(one) ? { callCase: one } : { question: questionOf(one.given) },
      expect: one.expect,
    })),
  );
}
