import { decide, type Decision } from '../../decide/index.ts';
import type { DecisionContext } from '../../decide/model/decision-context.ts';
import type { TurnLedger } from '../../decide/model/turn-ledger.ts';
import { readDomain } from '../../decide/normalize/read-domain.ts';
import { readEmail } from '../../decide/normalize/read-email.ts';
import { askLists, type LookupLists } from './ask-lists.ts';
import { askAccountFacts, askDirectory, type CrmDirectory } from './crm-directory.ts';
import { EarlierLeads } from './earlier-leads.ts';
import type { RowLead } from './lead-of-row.ts';
import { ReviewCount } from './review-count.ts';

/**
 * Decides leads one after the other and remembers what a CRM would: ledgers, who came before, how many went to review.
 * The same leads in the same order give the same decisions.
 */
export class LeadDecider {
  readonly #context: DecisionContext;
  readonly #lists: LookupLists;
  readonly #directory: CrmDirectory;
  readonly #ledgers = new Map<string, TurnLedger>();
  readonly #earlier = new EarlierLeads();
  readonly #reviews = new ReviewCount();

  constructor(context: DecisionContext, lists: LookupLists, directory: CrmDirectory) {
    this.#context = context;
    this.#lists = lists;
    this.#directory = directory;
  }

  decide(lead: RowLead): Decision {
    const submission = lead.submission;
    const now = submission.receivedAt;
    const email = readEmail(submission.email);
    const listed = askLists(this.#lists, email === null ? null : email.domain);
    const facts = askAccountFacts(this.#directory, submission.company);
    const answers = facts === null ? listed : { ...listed, ...facts, enrichmentSource: 'account of the same name' };
    const isOwnDomain = email !== null && answers.isFreeMail !== true && answers.isDisposableMail !== true;
    const domain = isOwnDomain ? email.domain : readDomain(submission.website);
    const known = askDirectory(this.#directory, submission.submissionKey, email?.matchKey ?? null, domain, now);
    // An introduction that a colleague forwards carries the colleague's address, not the lead's.
    const isColleagues = submission.channel === 'forwardedIntro' && answers.isEmployeeDomain === true;
    const person = email === null || isColleagues ? null : email.matchKey;
    const earlier = person === null ? null : this.#earlier.find(person);
    if (earlier !== null) {
      known.crm.earlierSubmissionKey = `person ${earlier.row + 1} of this run`;
      known.crm.earlierOwnerKey = earlier.ownerKey === '' ? null : earlier.ownerKey;
      known.crm.earlierDecidedAt = earlier.decidedAt;
    }
    known.crm.ownerKey = lead.ownerKey;
    known.crm.ownerSetter = lead.ownerSetter;
    const decision = decide(
      {
        submission: { ...submission, activities: known.activities },
        crm: known.crm,
        answers,
        reviewLoad: this.#reviews.loadAt(now),
        now,
      },
      [...this.#ledgers.values()],
      this.#context,
    );
    this.#remember(decision, person);
    return decision;
  }

  #remember(decision: Decision, address: string | null): void {
    const { assignment, assessment } = decision;
    if (assignment.ledgerAfter !== null) {
      // A file says nothing of open work, so none is counted: caps by open work need a CRM that can be asked.
      for (const entry of assignment.ledgerAfter.entries) {
        entry.openCount = 0;
      }
      this.#ledgers.set(assignment.ledgerAfter.poolKey, assignment.ledgerAfter);
    }
    const destination = this.#context.prepared.policy.destinations[assessment.choice.destinationPosition]!;
    this.#reviews.count(assessment.now, destination.kind === 'review' && isLowConfidence(decision, this.#context));
    if (address !== null) {
      const isRep = this.#context.reps.has(assignment.ownerKey);
      this.#earlier.remember(address, isRep ? assignment.ownerKey : '', assessment.now);
    }
  }
}

/** Whether a person got the lead because the engine was not sure enough. */
export function isLowConfidence(decision: Decision, context: DecisionContext): boolean {
  const choice = decision.assessment.choice;
  if (choice.source === 'guard') {
    return context.prepared.guards[choice.guardPosition]!.guardKey === 'lowConfidence' && !choice.isReviewOverflow;
  }
  return choice.source === 'matrix' && choice.cellPosition % 2 === 1;
}
