import { axes, destinationKinds, guardKeys, inquiryTypes, operators, phraseHints } from '../../decide/model/choices.ts';
import type { RowKind } from '../../decide/policy/policy-row.ts';

/** How a column of a policy's row is kept in a record. */
export type ColumnForm =
  /** A name that others refer to, 40 characters at most. */
  | { readonly form: 'key' }
  | { readonly form: 'text'; readonly length: number }
  | { readonly form: 'words' }
  | { readonly form: 'choice'; readonly choices: readonly string[] }
  | { readonly form: 'whole' }
  | { readonly form: 'flag' }
  /** Several values with semicolons between them. */
  | { readonly form: 'several' };

export type Column = { readonly column: string; readonly label: string; readonly help: string } & ColumnForm;

/** One kind of row: a custom object, whose records ops read and edit in its list views. */
export type RowTable = {
  readonly kind: RowKind;
  readonly label: string;
  readonly plural: string;
  readonly help: string;
  readonly columns: readonly Column[];
};

const bands = ['high', 'low'];
const fieldTypes = ['text', 'number', 'flag'];

function key(column: string, label: string, help = ''): Column {
  return { column, label, help, form: 'key' };
}
function text(column: string, label: string, help = '', length = 255): Column {
  return { column, label, help, form: 'text', length };
}
function words(column: string, label: string, help = ''): Column {
  return { column, label, help, form: 'words' };
}
function choice(column: string, label: string, choices: readonly string[], help = ''): Column {
  return { column, label, help, form: 'choice', choices };
}
function whole(column: string, label: string, help = ''): Column {
  return { column, label, help, form: 'whole' };
}
function flag(column: string, label: string, help = ''): Column {
  return { column, label, help, form: 'flag' };
}
function several(column: string, label: string, help = ''): Column {
  return {
    column,
    label,
    help: `${help}${help === '' ? '' : ' '}Several values, with semicolons between them.`,
    form: 'several',
  };
}

const destination = key('destinationKey', 'Destination', 'The key of a destination.');
const pool = key('poolKey', 'Pool', 'The key of a pool.');
const label = text('label', 'Label', 'What people read.');
const logic = text('logic', 'Logic', 'Such as 1 AND (2 OR 3). Empty joins all conditions by AND.');

/** Every kind of row in the order in which a policy is written, each with its columns in that order. */
export const rowTables: readonly RowTable[] = [
  {
    kind: 'setting',
    label: 'Setting',
    plural: 'Settings',
    help: 'What counts for the whole policy: its name, mode, thresholds and retention.',
    columns: [key('settingKey', 'Setting'), text('settingText', 'Value')],
  },
  {
    kind: 'field',
    label: 'Field',
    plural: 'Fields',
    help: 'A field of your own that rules and scores may ask for.',
    columns: [
      key('fieldKey', 'Field'),
      label,
      choice('fieldType', 'Type', fieldTypes),
      flag('isPersonal', 'Personal', 'Values of a personal field never stand in the decision part of a record.'),
    ],
  },
  {
    kind: 'table',
    label: 'Table',
    plural: 'Tables',
    help: 'Whole numbers that a score looks up, such as the fading of engagement.',
    columns: [key('tableKey', 'Table'), several('amounts', 'Amounts')],
  },
  {
    kind: 'scorecard',
    label: 'Scorecard',
    plural: 'Scorecards',
    help: 'How points become one of the four scores.',
    columns: [
      choice('axis', 'Axis', axes),
      choice('basis', 'Basis', ['expert', 'trained']),
      whole('basePoints', 'Base points'),
      whole('tableStart', 'Table start'),
      flag('isCalibrated', 'Calibrated'),
      whole('trainedOn', 'Trained on', 'How many past leads stand behind it.'),
    ],
  },
  {
    kind: 'attribute',
    label: 'Attribute',
    plural: 'Attributes',
    help: 'One thing known of a lead and what it is worth.',
    columns: [
      choice('axis', 'Axis', axes),
      key('attributeKey', 'Attribute'),
      label,
      key('fieldKey', 'Field'),
      whole('otherPoints', 'Points otherwise', 'When the value is known and no bin fits.'),
      whole('missingPoints', 'Points when missing', 'When the value is not known.'),
    ],
  },
  {
    kind: 'bin',
    label: 'Bin',
    plural: 'Bins',
    help: 'A range or a set of values of an attribute with its points.',
    columns: [
      choice('axis', 'Axis', axes),
      key('attributeKey', 'Attribute'),
      whole('low', 'From'),
      whole('high', 'To'),
      several('texts', 'Values'),
      whole('points', 'Points'),
      whole('evidence', 'Evidence', 'How many past leads stand behind the points.'),
      whole('varianceHundredths', 'Variance', 'Of the points, in hundredths of a squared point.'),
    ],
  },
  {
    kind: 'signal',
    label: 'Signal',
    plural: 'Signals',
    help: 'What an activity is worth, how fast it fades, and how much it can add up to.',
    columns: [
      key('signalKey', 'Signal'),
      label,
      whole('points', 'Points'),
      whole('halfLifeDays', 'Half-life in days'),
      whole('capPoints', 'Most points'),
      flag('isProductUsage', 'Product usage'),
    ],
  },
  {
    kind: 'phraseList',
    label: 'Phrase list',
    plural: 'Phrase lists',
    help: 'Words in a message that hint at the same as strongly.',
    columns: [
      key('listKey', 'List'),
      choice('hintsAt', 'Hints at', phraseHints),
      whole('points', 'Points'),
      several('phrases', 'Phrases'),
    ],
  },
  {
    kind: 'question',
    label: 'Question',
    plural: 'Questions',
    help: 'What to ask when a field is missing and would help most.',
    columns: [key('fieldKey', 'Field'), text('question', 'Question')],
  },
  {
    kind: 'tier',
    label: 'Tier',
    plural: 'Tiers',
    help: 'A class of size or importance, by the first that fits.',
    columns: [key('tierKey', 'Tier'), label, logic],
  },
  {
    kind: 'guard',
    label: 'Guard',
    plural: 'Guards',
    help: 'Guards stand before the rules, in this order.',
    columns: [choice('guardKey', 'Guard', guardKeys), flag('isActive', 'Active'), destination],
  },
  {
    kind: 'inquiryRoute',
    label: 'Inquiry route',
    plural: 'Inquiry routes',
    help: 'Where an inquiry that is not a sale goes.',
    columns: [choice('inquiryType', 'Inquiry', inquiryTypes), destination],
  },
  {
    kind: 'territory',
    label: 'Territory',
    plural: 'Territories',
    help: 'A patch of the market and who works it.',
    columns: [key('territoryKey', 'Territory'), label, logic, pool, key('ownerKey', 'Owner')],
  },
  {
    kind: 'rule',
    label: 'Rule',
    plural: 'Rules',
    help: 'The first active rule that holds decides.',
    columns: [
      key('ruleKey', 'Rule'),
      label,
      words('sentence', 'In words', 'Written by publishing; never read.'),
      flag('isActive', 'Active'),
      logic,
      destination,
      key('slaKey', 'Response promise', 'Empty takes that of the destination.'),
    ],
  },
  {
    kind: 'condition',
    label: 'Condition',
    plural: 'Conditions',
    help: 'One question of a rule, a tier or a territory, in their order.',
    columns: [
      choice('ownerKind', 'Belongs to a', ['rule', 'tier', 'territory']),
      key('ownerKey', 'Belongs to'),
      key('fieldKey', 'Field'),
      choice('operator', 'Operator', operators),
      several('texts', 'Values'),
      whole('low', 'From'),
      whole('high', 'To'),
    ],
  },
  {
    kind: 'cell',
    label: 'Cell',
    plural: 'Cells',
    help: 'Fit, engagement and confidence together decide where no rule does.',
    columns: [
      choice('fit', 'Fit', bands),
      choice('engagement', 'Engagement', bands),
      choice('confidence', 'Confidence', bands),
      destination,
      choice('bucket', 'Bucket', ['warm', 'lukewarm', 'cool', 'cold']),
    ],
  },
  {
    kind: 'experiment',
    label: 'Experiment',
    plural: 'Experiments',
    help: 'A soft launch: the control share is decided, recorded and left to the present process.',
    columns: [
      key('experimentKey', 'Experiment'),
      label,
      flag('isActive', 'Active'),
      whole('controlPercent', 'Control percent'),
    ],
  },
  {
    kind: 'destination',
    label: 'Destination',
    plural: 'Destinations',
    help: 'Where a lead can end, with the clock that then runs.',
    columns: [
      destination,
      label,
      choice('kind', 'Kind', destinationKinds),
      pool,
      flag('isByTerritory', 'Territory first'),
      flag('isOwnerFirst', 'Existing owner first'),
      key('holderKey', 'Holder', 'Who holds the lead where no pool takes it.'),
      key('slaKey', 'Response promise'),
      key('campaignKey', 'Campaign'),
      key('replyKey', 'Reply'),
      text('taskLabel', 'Task'),
      flag('isAlerted', 'Alerted'),
    ],
  },
  {
    kind: 'pool',
    label: 'Pool',
    plural: 'Pools',
    help: 'Reps who share leads in fair turns.',
    columns: [
      pool,
      label,
      key('calendarKey', 'Calendar'),
      choice('hoursRule', 'Working hours', ['mustBeOpen', 'ignore']),
      key('overflowPoolKey', 'Overflow pool'),
      several('requiredSkills', 'Required skills'),
      key('skillFieldKey', 'Skill field'),
      flag('isLanguageMatched', 'Language matched'),
      flag('isOwnerMatchCounted', 'Owner match counts as a turn'),
    ],
  },
  {
    kind: 'ramp',
    label: 'Ramp step',
    plural: 'Ramp steps',
    help: 'A joiner’s share of full weight, from so many days after joining.',
    columns: [pool, whole('afterDays', 'After days'), whole('weightPercent', 'Weight percent')],
  },
  {
    kind: 'member',
    label: 'Pool member',
    plural: 'Pool members',
    help: 'Who takes turns in a pool, and how many leads at most.',
    columns: [
      pool,
      key('memberKey', 'Member'),
      whole('weight', 'Weight'),
      whole('dailyCap', 'Most a day'),
      whole('weeklyCap', 'Most a week'),
      whole('openWorkCap', 'Most open'),
      whole('joinedAt', 'Joined at', 'UTC milliseconds.'),
    ],
  },
  {
    kind: 'sla',
    label: 'Response promise',
    plural: 'Response promises',
    help: 'By when the first touch is due, and who answers for a miss.',
    columns: [
      key('slaKey', 'Promise'),
      label,
      choice('measure', 'Measure', ['minutes', 'endOfDay']),
      whole('targetMinutes', 'Target minutes'),
      key('calendarKey', 'Calendar', 'Empty counts around the clock.'),
      key('ownerKey', 'Owner', 'The named person who is told of every miss.'),
    ],
  },
  {
    kind: 'escalation',
    label: 'Escalation step',
    plural: 'Escalation steps',
    help: 'So many minutes after due, who is told and what is done.',
    columns: [
      key('slaKey', 'Promise'),
      whole('afterDueMinutes', 'Minutes after due', 'Negative is before.'),
      choice('action', 'Action', ['remind', 'alert', 'reassign']),
      key('recipientKey', 'Recipient'),
    ],
  },
];
