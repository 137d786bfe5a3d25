import { isNamed, type Refusal } from './refusal.ts';

/** Who does something: a person by name, or a schedule that nobody watches. */
export type Actor = { kind: 'person'; name: string } | { kind: 'schedule'; name: string };

/** A trained revision that waits for a person. */
type MadeProposal = {
  proposalKey: string;
  madeBy: Actor;
  /** UTC milliseconds. */
  madeAt: number;
  /** The revision that was live when it was trained, and the proposed one, by hash. */
  basedOn: string;
  proposedHash: string;
};

/** A proposal from being made to being decided about. Whatever was decided stays as it is. */
export type Proposal =
  | (MadeProposal & { state: 'proposed' })
  /** The published hash is another than the proposed one where the person changed something before. */
  | (MadeProposal & { state: 'published'; publishedHash: string; decidedBy: string; decidedAt: number })
  | (MadeProposal & { state: 'discarded'; reason: string; decidedBy: string; decidedAt: number });

/** What somebody wants to be done with a proposal. */
export type ProposalStep =
  | { to: 'published'; by: Actor; at: number; publishedHash: string; liveHash: string }
  | { to: 'discarded'; by: Actor; at: number; reason: string };

export type MovedProposal = { kind: 'moved'; proposal: Proposal } | Refusal;

export function propose(made: MadeProposal): Proposal {
  return { ...made, state: 'proposed' };
}

/**
 * Takes a step with a proposal, or refuses it. Training may run by itself at night; what it found goes live only when a person has
 * put their name to it, and only as long as the revision that it was compared with is still the live one. A schedule may discard, as
 * when a newer training takes its place.
 */
export function moveProposal(proposal: Proposal, step: ProposalStep): MovedProposal {
  if (proposal.state !== 'proposed') {
    return refusal(
      'LRL011',
      `Proposal "${proposal.proposalKey}" was ${proposal.state} by ${proposal.decidedBy} already.`,
      'Train again; a new proposal can be decided about.',
    );
  }
  const { by, at } = step;
  const isPublishing = step.to === 'published';
  if (!isNamed(by.name) || (isPublishing && by.kind !== 'person')) {
    return refusal(
      'LRL012',
      `No ${isPublishing ? "person's " : ''}name stands behind ${isPublishing ? 'publishing' : 'discarding'} proposal "${proposal.proposalKey}".`,
      'Let a person who may publish look at it and decide, by name. It waits until then.',
    );
  }
  if (step.to === 'discarded') {
    const { reason } = step;
    return {
      kind: 'moved',
      proposal: { ...proposal, state: 'discarded', reason, decidedBy: by.name, decidedAt: at },
    };
  }
  if (step.liveHash !== proposal.basedOn) {
    return refusal(
      'LRL013',
      `Proposal "${proposal.proposalKey}" was compared with another revision than the one that is live now, so nobody has seen what publishing it would change.`,
      'Train again on top of the live revision.',
    );
  }
  if (step.publishedHash === '') {
    return refusal(
      'LRL014',
      `Nobody says which revision proposal "${proposal.proposalKey}" became.`,
      'Publish the revision first, then name its hash.',
    );
  }
  const { publishedHash } = step;
  return {
    kind: 'moved',
    proposal: { ...proposal, state: 'published', publishedHash, decidedBy: by.name, decidedAt: at },
  };
}

function refusal(code: string, reason: string, next: string): Refusal {
  return { kind: 'refused', code, reason, next };
}
