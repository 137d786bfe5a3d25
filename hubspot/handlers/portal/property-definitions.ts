import type { ObjectType, PropertyDefinition } from '../crm/crm.ts';
import { decided, groupName, isNamedAccount, outcomeOfOthers, submitted } from './property-names.ts';

type Words = { readonly name: string; readonly label: string; readonly description: string };
type Option = PropertyDefinition['options'][number];

const text = (words: Words): PropertyDefinition => define(words, 'string', 'text');
const lines = (words: Words): PropertyDefinition => define(words, 'string', 'textarea');
const number = (words: Words): PropertyDefinition => define(words, 'number', 'number');
const instant = (words: Words): PropertyDefinition => define(words, 'datetime', 'date');

function choice(words: Words, options: readonly Option[]): PropertyDefinition {
  return define(words, 'enumeration', 'select', options);
}

function define(
  words: Words,
  type: PropertyDefinition['type'],
  fieldType: PropertyDefinition['fieldType'],
  options: readonly Option[] = [],
): PropertyDefinition {
  return { ...words, type, fieldType, groupName, options, hasUniqueValue: false };
}

const option = (value: string, label: string): Option => ({ value, label });

/** What a decision writes, the most needed first: a plan that allows few properties gets those. */
const outcomes: readonly PropertyDefinition[] = [
  text({
    name: decided.destination,
    label: 'Signalbox destination',
    description: 'Where the decision sent this lead, such as a pool of reps, nurture or support.',
  }),
  text({
    name: decided.givenTo,
    label: 'Signalbox given to',
    description: 'The short name of the rep or queue that got this lead, also where nobody has a HubSpot user for it.',
  }),
  lines({
    name: decided.reasons,
    label: 'Signalbox reasons',
    description: 'Why it was decided so: the headline and the weightiest reasons, in plain words.',
  }),
  instant({
    name: decided.slaDueAt,
    label: 'Signalbox first touch due',
    description: 'When somebody must have answered, counted in business hours where the promise has them.',
  }),
  choice(
    {
      name: decided.slaState,
      label: 'Signalbox promise',
      description: 'How the promise of a first touch stands. A workflow can act on reminded and on missed.',
    },
    [
      option('running', 'Running'),
      option('reminded', 'Reminded'),
      option('met', 'Met'),
      option('missed', 'Missed'),
      option('closed', 'Closed'),
    ],
  ),
  number({
    name: decided.fitScore,
    label: 'Signalbox fit',
    description: '0 to 100: how well the company and the person fit.',
  }),
  number({
    name: decided.engagementScore,
    label: 'Signalbox engagement',
    description: '0 to 100: what the person did, fading with time.',
  }),
  number({
    name: decided.confidence,
    label: 'Signalbox confidence',
    description: '0 to 100: how sure the decision is. Low goes to a person.',
  }),
  choice(
    {
      name: decided.band,
      label: 'Signalbox band',
      description: 'A label for fit and engagement together. It describes the lead and decides nothing.',
    },
    [option('warm', 'Warm'), option('lukewarm', 'Lukewarm'), option('cool', 'Cool'), option('cold', 'Cold')],
  ),
  text({
    name: decided.decisionId,
    label: 'Signalbox decision',
    description: 'The id of the decision that counts now.',
  }),
  instant({
    name: decided.decidedAt,
    label: 'Signalbox decided at',
    description: 'When the decision that counts now was made.',
  }),
  choice(
    {
      name: decided.mode,
      label: 'Signalbox mode',
      description: 'Whether the decision was only recorded (observe), shown (suggest) or acted on (live).',
    },
    [option('observe', 'Observe'), option('suggest', 'Suggest'), option('live', 'Live')],
  ),
  text({
    name: decided.rule,
    label: 'Signalbox rule',
    description: 'Which guard, rule or field of the matrix decided.',
  }),
  text({
    name: decided.revision,
    label: 'Signalbox revision',
    description: 'The number and the fingerprint of the rules that decided.',
  }),
  number({
    name: decided.intentScore,
    label: 'Signalbox intent',
    description: '0 to 100: how ready to buy their own words say they are.',
  }),
  number({
    name: decided.capacityScore,
    label: 'Signalbox capacity',
    description: '0 to 100: whether they can decide and pay.',
  }),
  text({
    name: decided.slaKey,
    label: 'Signalbox promise name',
    description: 'Which promise of a first touch counts.',
  }),
  text({
    name: decided.slaOwner,
    label: 'Signalbox promise owner',
    description: 'The short name of whoever answers for a miss.',
  }),
  text({
    name: decided.campaign,
    label: 'Signalbox enrol in',
    description: 'The name of what to enrol this person in. A workflow acts on it; empty is nothing.',
  }),
  text({
    name: decided.reply,
    label: 'Signalbox answer with',
    description: 'The name of the answer to send. A workflow acts on it; empty is nothing.',
  }),
  text({
    name: decided.handedBack,
    label: 'Signalbox handed back by',
    description: 'Who handed this lead back or missed it, with semicolons between them. They are not asked again.',
  }),
  lines({
    name: decided.record,
    label: 'Signalbox decision record',
    description:
      'The whole decision without personal data, for Signalbox to explain and check. Not for reading or editing.',
  }),
];

const channel: PropertyDefinition = choice(
  {
    name: submitted.channel,
    label: 'Signalbox channel',
    description: 'The door this lead came through. Fill it from a form or workflow where HubSpot cannot know.',
  },
  [
    option('webForm', 'Web form'),
    option('demoRequest', 'Demo request'),
    option('contactEmail', 'E-mail'),
    option('linkedIn', 'LinkedIn'),
    option('supportTicket', 'Support ticket'),
    option('forwardedIntro', 'Forwarded introduction'),
    option('chat', 'Chat'),
    option('interactiveDemo', 'Interactive demo'),
    option('manual', 'Entered by hand'),
    option('listImport', 'List import'),
    option('migration', 'Migration'),
    option('integration', 'Integration'),
    option('unknown', 'Unknown'),
  ],
);

/** What a form or another system may fill. */
const submissions: readonly PropertyDefinition[] = [
  channel,
  number({
    name: submitted.teamSize,
    label: 'Signalbox team size',
    description: 'How many would use it.',
  }),
  number({
    name: submitted.expectedValue,
    label: 'Signalbox expected value',
    description: 'What the deal may be worth, in whole units of the policy’s currency.',
  }),
  text({ name: submitted.timeline, label: 'Signalbox timeline', description: 'When they want to decide or start.' }),
  text({ name: submitted.budget, label: 'Signalbox budget', description: 'What was said about budget.' }),
  text({
    name: submitted.productInterest,
    label: 'Signalbox product interest',
    description: 'What the person asked for.',
  }),
  text({ name: submitted.currentTool, label: 'Signalbox current tool', description: 'What they use today.' }),
  text({ name: submitted.buyingGroup, label: 'Signalbox buying group', description: 'Who else decides.' }),
  text({ name: submitted.campaign, label: 'Signalbox campaign', description: 'The campaign that brought this lead.' }),
  text({ name: submitted.subject, label: 'Signalbox subject', description: 'The subject of the message.' }),
  lines({
    name: submitted.activities,
    label: 'Signalbox activities',
    description:
      'What the person did, a line for each: signal, instant in UTC, count. Such as "caseStudyView 2026-11-20T09:00:00Z 2".',
  }),
];

/** What an import of outcomes may fill. */
const outcomesOfOthers: readonly PropertyDefinition[] = [
  choice(
    {
      name: outcomeOfOthers.outcome,
      label: 'Signalbox outcome',
      description: 'How this lead ended in another CRM. Training learns from it where sales does not close in HubSpot.',
    },
    [option('won', 'Won'), option('lost', 'Lost'), option('open', 'Open')],
  ),
  instant({
    name: outcomeOfOthers.outcomeAt,
    label: 'Signalbox outcome at',
    description: 'When this lead was won or lost in another CRM.',
  }),
  text({
    name: outcomeOfOthers.closeReason,
    label: 'Signalbox close reason',
    description: 'Why this lead was won or lost in another CRM.',
  }),
  text({
    name: outcomeOfOthers.finalOwner,
    label: 'Signalbox final owner',
    description: 'Who had this lead when it was won or lost in another CRM.',
  }),
];

const named: PropertyDefinition = define(
  {
    name: isNamedAccount,
    label: 'Signalbox named account',
    description: 'Tick it for companies whose leads always go to their own people.',
  },
  'bool',
  'booleancheckbox',
  [option('true', 'Yes'), option('false', 'No')],
);

/** Every property that Signalbox has in a portal, by the object it stands on, in the order in which it is created. */
export const propertyDefinitions: readonly (readonly [ObjectType, readonly PropertyDefinition[]])[] = [
  ['contacts', [...outcomes, ...submissions, ...outcomesOfOthers]],
  ['companies', [named]],
  ['leads', outcomes],
];
