import type { GuardKey } from '../model/policy.ts';

/** A guard's short name. guardLabel('lowConfidence') → "low confidence". */
export function guardLabel(guardKey: GuardKey): string {
  switch (guardKey) {
    case 'imported':
      return 'imported';
    case 'testOrEmployee':
      return 'test or employee';
    case 'suppressed':
      return 'not to be contacted';
    case 'ownerSetByPerson':
      return 'owner set by a person';
    case 'sensitive':
      return 'sensitive words';
    case 'existingCustomer':
      return 'existing customer';
    case 'outOfScope':
      return 'not a sales inquiry';
    case 'namedAccount':
      return 'named account';
    case 'highValue':
      return 'high value';
    case 'reactivated':
      return 'reactivated';
    case 'notEnoughInformation':
      return 'not enough information';
    default:
      return 'low confidence';
  }
}

/** What a guard found when it stopped a lead. */
export function guardFinding(guardKey: GuardKey): string {
  switch (guardKey) {
    case 'imported':
      return 'the lead came with an import, a migration or an integration';
    case 'testOrEmployee':
      return 'the address belongs to a test or to one of our own people';
    case 'suppressed':
      return 'the person has opted out, or the address belongs to a competitor';
    case 'ownerSetByPerson':
      return 'a person has set the owner, and that is kept';
    case 'sensitive':
      return 'the message has sensitive or legal words';
    case 'existingCustomer':
      return 'the company is a customer already';
    case 'outOfScope':
      return 'the inquiry is about something other than a sale';
    case 'namedAccount':
      return 'the company is on the list of named accounts';
    case 'highValue':
      return 'the expected value is high';
    case 'reactivated':
      return 'the company was lost before and comes back';
    case 'notEnoughInformation':
      return 'too little is known to judge it, or there is nobody to answer to';
    default:
      return 'confidence is too low to decide without a person';
  }
}
