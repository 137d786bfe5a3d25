import { Select } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { Choice } from '../../rules/named-rows.ts';

type ChoiceSelectProps = {
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: string | null;
  readonly choices: readonly Choice[];
  /** What an empty value means; null where one must be chosen. */
  readonly empty: string | null;
  readonly readOnly: boolean;
  readonly trouble: string | null;
  readonly onValue: (value: string | null) => void;
};

const none = '';

/** One of some values. What stands there and is none of them is shown as it is, so that nobody loses it unseen. */
export function ChoiceSelect(props: ChoiceSelectProps): ReactNode {
  const { value, choices, empty } = props;
  const isStrange = value !== null && !choices.some((choice) => choice.value === value);
  const options = [
    ...(empty === null ? [] : [{ label: empty, value: none }]),
    ...(isStrange ? [{ label: `${shortened(value)} (not in the list)`, value }] : []),
    ...choices,
  ];
  return (
    <Select
      name={props.name}
      label={props.label}
      options={options}
      value={value ?? none}
      readOnly={props.readOnly}
      placeholder="Choose"
      {...(props.description === undefined || props.description === '' ? {} : { description: props.description })}
      {...(props.trouble === null ? {} : { error: true, validationMessage: props.trouble })}
      onChange={(chosen) => props.onValue(chosen === none ? null : String(chosen))}
    />
  );
}

const mostOfName = 80;

function shortened(text: string): string {
  return text.length <= mostOfName ? text : `${text.slice(0, mostOfName)}…`;
}
