import { done, failed, noted, type ActionAnswer } from './action-answer.ts';
import { inputOf, isTicked, type AskedAction } from './ask-action.ts';
import { ownerValues } from './decision-outputs.ts';
import { refusalOf, refuseEmptyInput, refuseUnknownName } from './refuse-action.ts';

/** As much as a note and a list of the review show. */
const longestReason = 500;
const longestClosingReason = 40;

/** Takes the next fair turn from a pool for a contact whose destination the workflow drew. */
export async function takeNextFromPool(asked: AskedAction): Promise<ActionAnswer> {
  const poolKey = inputOf(asked, 'pool');
  if (poolKey === '') {
    return refuseEmptyInput('Pool');
  }
  const isGiven = isTicked(asked, 'make_owner');
  const outcome = await asked.ports.takeNext({
    contactId: asked.contactId,
    leadId: asked.leadId,
    poolKey: poolKey,
    isGiven: isGiven,
    key: asked.call.callbackId,
  });
  switch (outcome.state) {
    case 'taken': {
      const values = { ...ownerValues(outcome), turn_number: outcome.turnNumber, basis: outcome.basis };
      if (outcome.leadProblem !== undefined) {
        return noted(
          'HSA223',
          `The contact was given away, but the owner of the lead was not changed: ${outcome.leadProblem}`,
          values,
        );
      }
      return outcome.isTrial && isGiven
        ? noted('HSA218', 'The policy is not live: the turn is a trial and the owner was not changed.', values)
        : done(values);
    }
    case 'unknownPool':
      return refuseUnknownName('HSA213', 'pool', poolKey, outcome.knownKeys);
    case 'nobodyCan':
      return failed('HSA214', `Nobody of the pool ${poolKey} can take it now. No turn was taken.`);
    case 'givenBack':
      return failed('HSA204', `The owner was not changed and the turn was given back: ${outcome.cause}`);
    default:
      return refusalOf(outcome);
  }
}

/** Starts the clock of a service level, counted in its working hours. */
export async function startClock(asked: AskedAction): Promise<ActionAnswer> {
  const slaKey = inputOf(asked, 'service_level');
  if (slaKey === '') {
    return refuseEmptyInput('Service level');
  }
  const request = { contactId: asked.contactId, slaKey: slaKey, key: asked.call.callbackId };
  const outcome = await asked.ports.startClock(request);
  switch (outcome.state) {
    case 'started':
      return done({ sla_due: outcome.dueAt, sla_owner: outcome.ownerName });
    case 'runsAlready':
      return noted('HSA219', 'This clock runs already.', { sla_due: outcome.dueAt, sla_owner: outcome.ownerName });
    case 'trial':
      return noted('HSA221', 'The policy is not live: no clock was started.', {
        sla_due: outcome.dueAt,
        sla_owner: outcome.ownerName,
      });
    case 'unknownServiceLevel':
      return refuseUnknownName('HSA216', 'service level', slaKey, outcome.knownKeys);
    default:
      return refusalOf(outcome);
  }
}

/** Puts a contact aside for a person, with a clock and the reason. */
export async function askForReview(asked: AskedAction): Promise<ActionAnswer> {
  const reason = inputOf(asked, 'reason').slice(0, longestReason);
  if (reason === '') {
    return refuseEmptyInput('Reason');
  }
  const request = { contactId: asked.contactId, reason: reason, key: asked.call.callbackId };
  const outcome = await asked.ports.askForReview(request);
  switch (outcome.state) {
    case 'asked':
      return done(ownerValues(outcome));
    case 'trial':
      return noted(
        'HSA222',
        'The policy is not live: nobody was asked and no clock was started.',
        ownerValues(outcome),
      );
    default:
      return refusalOf(outcome);
  }
}

/** Ends the clock that runs, as a first touch does. */
export async function closeClock(asked: AskedAction): Promise<ActionAnswer> {
  const reason = inputOf(asked, 'reason').slice(0, longestClosingReason) || 'workflow';
  const request = { contactId: asked.contactId, reason: reason, key: asked.call.callbackId };
  const outcome = await asked.ports.closeClock(request);
  switch (outcome.state) {
    case 'closed':
      return done({ clock_state: outcome.clockState });
    case 'noneRan':
      return noted('HSA217', 'No clock was running.', { clock_state: outcome.clockState });
    default:
      return refusalOf(outcome);
  }
}
