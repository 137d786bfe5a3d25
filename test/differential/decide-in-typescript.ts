import { recordOfText } from '../../core/src/author/run/read-record.ts';
import {
  assemble,
  checkPolicy,
  decide,
  flatten,
  giveTurnBack,
  ruleSentence,
  writeCalendars,
  writePolicy,
  writeRoster,
} from '../../core/src/decide/index.ts';
import type { DecisionContext } from '../../core/src/decide/model/decision-context.ts';
import { tellStory } from '../../core/src/decide/record/tell-story.ts';
import { textsOf, type Answer, type LeadAnswer, type PolicyAnswer, type Texts } from './answer.ts';
import { asciiJson, contextOf, valuesOf, type LeadValues, type Pair, type PairValues } from './pair.ts';

/** The texts that every engine must give for a pair. expectedTexts(pair).leads[0] → its record, ledger, plan and story. */
export function expectedTexts(pair: Pair): Texts {
  return textsOf(answerInTypeScript(pair));
}

/** What the TypeScript engine says of a pair, from nothing but the pair's texts. */
export function answerInTypeScript(pair: Pair): Answer {
  const values = valuesOf(pair);
  const context = contextOf(values.policy, values.context);
  return {
    policy: answerOfPolicy(values),
    leads: values.leads.map((lead) => answerOfLead(lead, context, values)),
  };
}

function answerOfPolicy({ policy, context, rows }: PairValues): PolicyAnswer {
  const assembled = assemble(flatten(policy));
  return {
    problems: checkPolicy(policy),
    policyText: writePolicy(policy),
    assembledText: writePolicy(assembled.policy),
    assembledProblems: assembled.problems,
    rowProblems: assemble(rows).problems,
    rosterText: writeRoster({ reps: context.reps }),
    calendarsText: writeCalendars(context.calendars),
    ruleSentences: policy.rules.map((_, position) => ruleSentence(policy, position)),
  };
}

function answerOfLead(lead: LeadValues, context: DecisionContext, values: PairValues): LeadAnswer {
  const decision = decide(lead.input, lead.ledgers, context);
  const { turn, ledgerAfter } = decision.assignment;
  return {
    decisionText: decision.decisionText,
    personalText: decision.personalText,
    ledgerAfter,
    turn,
    ledgerGivenBack: turn === null || ledgerAfter === null ? null : giveTurnBack(ledgerAfter, turn),
    clock: decision.clock,
    plan: decision.plan,
    story: tellStory(recordOfText(decision.decisionText), values.policy, { reps: values.context.reps }),
  };
}

/**
 * The DecisionRecord of a decision part as JSON, for an engine that can tell a story but has no reader of records.
 * recordJsonOf(decisionText) begins with {"version":1,"policy":…
 */
export function recordJsonOf(decisionText: string): string {
  return asciiJson(recordOfText(decisionText));
}
