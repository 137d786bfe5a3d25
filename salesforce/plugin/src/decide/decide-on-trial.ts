import { hashText } from '../../../../core/src/author/run/hash-text.ts';
import { recordOfText } from '../../../../core/src/author/run/read-record.ts';
import { plain, withInstants } from '../../../../core/src/author/cli/write-out.ts';
import { tellStory } from '../../../../core/src/decide/record/tell-story.ts';
import type { Org } from '../org/org.ts';
import { isMissing, Snapshots } from '../org/snapshots.ts';
import { Problem } from '../problem.ts';
import type { TrialDecision } from '../results/decide-result.ts';

/** SbxDecideSubjects.Outcome */
type Outcome = {
  readonly subjectId: string;
  readonly state: string;
  readonly decisionText: string | null;
  readonly failure: string | null;
};

/** So many are decided in one transaction. */
const atOnce = 200;

/**
 * Lets the org decide leads on trial, and tells the decisions as stories. Nothing is written. SFP014 where an id is none.
 *
 * Example: `await decideOnTrial(org, ['00Q000000000001'])`.
 */
export async function decideOnTrial(org: Org, ids: readonly string[]): Promise<TrialDecision[]> {
  const wrong = ids.find((id) => !/^(00Q|003)([A-Za-z0-9]{12}|[A-Za-z0-9]{15})$/.test(id));
  if (wrong !== undefined) throw new Problem('SFP014', [wrong]);
  const outcomes: Outcome[] = [];
  for (let first = 0; first < ids.length; first += atOnce) {
    const body = JSON.stringify({ ids: ids.slice(first, first + atOnce) });
    outcomes.push(...(await org.ask<Outcome[]>('POST', '/signalbox/decide', body)));
  }
  const snapshots = await Snapshots.of(org);
  return Promise.all(outcomes.map((outcome) => tell(outcome, snapshots)));
}

async function tell(
  { subjectId, state, decisionText, failure }: Outcome,
  snapshots: Snapshots,
): Promise<TrialDecision> {
  const untold = { subjectId, state, failure: failure ?? null, fingerprint: null, headline: null, sections: [] };
  if (typeof decisionText !== 'string') return untold;
  const record = recordOfText(decisionText);
  const run = await snapshots.contextOf(record);
  if (isMissing(run)) throw new Problem('SFP015', [run.what, run.fingerprint]);
  const story = tellStory(record, run.policy, run.roster);
  const words = (text: string): string => plain(withInstants(text));
  return {
    ...untold,
    fingerprint: hashText(decisionText),
    headline: words(story.headline),
    sections: story.sections.map(({ title, lines }) => ({ title, lines: lines.map(({ text }) => words(text)) })),
  };
}
