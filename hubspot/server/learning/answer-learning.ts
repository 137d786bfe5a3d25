import { randomUUID } from 'node:crypto';
import { learnedForm, type LearningForm, type LearningNote } from '../../handlers/learning/learning-forms.ts';
import { mostLeads, nothingPublished, tooManyLeads } from '../../handlers/learning/learning-notes.ts';
import { countLeads } from '../../handlers/learning/read-lead-page.ts';
import type { UiCaller } from '../../handlers/ui/ui-answer.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { beginRun, cancelRun, findRun, type LearningRun } from './learning-run.ts';

/** How the last learning of a portal stands. */
export async function tellLearning(desk: Desk, portalId: number): Promise<LearningForm> {
  const run = await findRun(desk.database, portalId);
  return run === null ? nothingYet : tellRun(run);
}

/** Begins to learn beside the live revision. Where that is under way already, or cannot be, the answer says so. */
export async function startLearning(desk: Desk, session: PortalSession, caller: UiCaller): Promise<LearningForm> {
  const [live, count] = await Promise.all([session.store.findLive(), countLeads(session.crm)]);
  const revision = live === null ? null : await session.store.readRevision(live.hash);
  if (revision === null) {
    return refused(nothingPublished);
  }
  if (count > mostLeads) {
    return refused(tooManyLeads(count));
  }
  const isBegun = await beginRun(desk.database, {
    portalId: session.portalId,
    runId: randomUUID(),
    startedAt: desk.now(),
    startedBy: caller.userEmail ?? `user ${caller.userId ?? ''}`,
    policyHash: revision.hash,
    policyText: revision.text,
    allCount: count,
    salt: desk.newSalt(),
  });
  if (isBegun) {
    await desk.jobs.ask('learn', { portalId: session.portalId });
  }
  return tellLearning(desk, session.portalId);
}

/** Ends what is under way. What was read for it is thrown away. */
export async function cancelLearning(desk: Desk, portalId: number): Promise<LearningForm> {
  await cancelRun(desk.database, portalId, desk.now());
  return tellLearning(desk, portalId);
}

const nothingYet: LearningForm = {
  state: 'none',
  startedAt: null,
  startedBy: null,
  finishedAt: null,
  done: 0,
  all: 0,
  phase: '',
  problem: null,
  result: null,
};

function refused(problem: LearningNote): LearningForm {
  return { ...nothingYet, state: 'failed', problem };
}

function tellRun(run: LearningRun): LearningForm {
  const isTraining = run.state === 'training';
  return {
    state: run.state,
    startedAt: run.startedAt,
    startedBy: run.startedBy,
    finishedAt: run.finishedAt,
    done: isTraining ? run.phaseDone : run.leadCount,
    all: isTraining ? run.phaseAll : Math.max(run.allCount, run.leadCount),
    phase: isTraining ? run.phase : 'reading',
    problem: run.problem,
    result: run.result === null ? null : learnedForm.parse(JSON.parse(run.result)),
  };
}
