import type { Column } from '../../../core/src/author/policy/row-tables.ts';

/** What ops keep beside the policy, in rows of the same form. */
export type ConfigurationKind = 'person' | 'calendar' | 'option';

export type ConfigurationTable = {
  readonly kind: ConfigurationKind;
  readonly label: string;
  readonly plural: string;
  readonly help: string;
  readonly columns: readonly Column[];
};

function text(column: string, label: string, help: string): Column {
  return { column, label, help, form: 'text', length: 255 };
}

function several(column: string, label: string, help: string): Column {
  return { column, label, help: `${help} Several values, with semicolons between them.`, form: 'several' };
}

export const configurationTables: readonly ConfigurationTable[] = [
  {
    kind: 'person',
    label: 'Person',
    plural: 'People',
    help: 'Somebody whom the rules can name, or a name under which leads wait.',
    columns: [
      { column: 'repKey', label: 'Person', help: 'The key by which the rules name them.', form: 'key' },
      text('displayName', 'Name shown', 'What people read.'),
      text('ownerEmail', 'E-mail of the user', 'Empty for a name without a user, whose leads have no owner.'),
      several('skills', 'Skills', 'What pools may ask for.'),
      several('languages', 'Languages', 'Codes of two letters.'),
    ],
  },
  {
    kind: 'calendar',
    label: 'Business hours',
    plural: 'Business hours',
    help: 'When pools and promises count time.',
    columns: [
      { column: 'calendarKey', label: 'Calendar', help: 'The key by which pools and promises name it.', form: 'key' },
      text('timeZone', 'Time zone', 'Such as Europe/Berlin.'),
      several('days', 'Week days', '1 is Monday.'),
      text('from', 'Opens at', 'Local time such as 09:00.'),
      text('until', 'Closes at', 'Local time such as 18:00.'),
      several('holidays', 'Holidays', 'Days such as 2026-12-25.'),
    ],
  },
  {
    kind: 'option',
    label: 'Option',
    plural: 'Options',
    help: 'How Signalbox uses this portal.',
    columns: [
      { column: 'optionKey', label: 'Option', help: 'The name of the option.', form: 'key' },
      {
        column: 'optionText',
        label: 'Option value',
        help: 'Words, yes or no, several values with semicolons between them, or JSON.',
        form: 'words',
      },
    ],
  },
];
