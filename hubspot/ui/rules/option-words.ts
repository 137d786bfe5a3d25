import type { OptionKey } from '../../handlers/rules/option-text.ts';

export type OptionWords = { readonly label: string; readonly help: string };

/** What each option of the portal does, as ops read it. Rights are given under Access, never here. */
export const optionWords: { readonly [Key in Exclude<OptionKey, 'access'>]: OptionWords } = {
  ownerOn: {
    label: 'Write the owner on',
    help: 'Where whoever gets a lead is written: on the contact, on its open lead, or on both.',
  },
  isLeadCreated: {
    label: 'Make a lead record for sales',
    help: 'For contacts that go to sales and have none, where the portal has leads.',
  },
  sources: { label: 'Sources of fields', help: 'Properties from which fields are read.' },
  extras: { label: 'Sources of your own fields', help: 'The property of each field that the policy adds.' },
  activities: { label: 'Counted activities', help: 'Activities that HubSpot counts itself.' },
  employeeDomains: {
    label: 'Our own domains',
    help: 'Contacts with these e-mail domains are our own people and are not routed. One a line.',
  },
  competitorDomains: {
    label: 'Domains of competitors',
    help: 'Contacts with these e-mail domains are not answered. One a line.',
  },
  customerStages: {
    label: 'Lifecycle stages of customers',
    help: 'Internal names of the stages in which a company or contact is a customer. One a line.',
  },
  alertKey: {
    label: 'Who is told when Signalbox needs help',
    help: 'Gets a task when something cannot be done without a person.',
  },
  disqualifiedStatuses: {
    label: 'Lead statuses of the disqualified',
    help: 'Internal names of the statuses in which a contact without a deal counts as lost when Signalbox learns. One a line.',
  },
  nativeScore: {
    label: 'A score of HubSpot’s own',
    help: 'Internal name of its property, such as hubspotscore. What is learned is compared with it.',
  },
  learned: {
    label: 'What the points were learned from',
    help: 'Written when learned points are put into the draft.',
  },
};

/** What an option is called where it is edited; its key where nobody edits it. */
export function labelOfOption(optionKey: string): string {
  return Object.hasOwn(optionWords, optionKey) ? optionWords[optionKey as keyof typeof optionWords].label : optionKey;
}
