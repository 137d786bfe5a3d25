import { useState } from 'react';
import {
  Button,
  Checkbox,
  CurrencyInput,
  DateInput,
  Flex,
  Form,
  Input,
  LoadingButton,
  MultiSelect,
  NumberInput,
  RadioButton,
  SearchInput,
  Select,
  StepperInput,
  TextArea,
  TimeInput,
  Toggle,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { hear, heard } from './heard.ts';

const plans = [
  { label: 'Starter', value: 'starter' },
  { label: 'Professional', value: 2 },
  { label: 'Enterprise', value: true },
];
const regions = ['North', 'South', 'East', 'West'].map((label) => ({ label, value: label.toLowerCase() }));

/** Every input, some held by the extension, some by the page. */
export function Inputs() {
  const [name, setName] = useState('Ada');
  const [problem, setProblem] = useState(false);
  const [plan, setPlan] = useState<string | number | boolean>('starter');
  const [chosen, setChosen] = useState<(string | number | boolean)[]>(['north']);
  const [isOn, setOn] = useState(false);
  const [channel, setChannel] = useState('email');
  const [isSaving, setSaving] = useState(false);
  const save = (): void => {
    heard('LoadingButton');
    setSaving(true);
    setTimeout(() => setSaving(false), 300);
  };
  return (
    <Form onSubmit={hear('submit')}>
      <Input
        name="name"
        label="Name"
        description="As the person wrote it"
        tooltip="Nobody changes it"
        placeholder="Name"
        required
        value={name}
        error={problem}
        validationMessage={problem ? 'A name has letters' : ''}
        onInput={(value) => {
          heard('Input.onInput', value);
          setProblem(/\d/.test(value));
        }}
        onChange={(value) => {
          heard('Input.onChange', value);
          setName(value);
        }}
        onFocus={hear('Input.onFocus')}
        onBlur={hear('Input.onBlur')}
      />
      <Input name="secret" label="Password" type="password" onChange={hear('Password')} />
      <TextArea name="note" label="Note" rows={2} maxLength={200} onChange={hear('TextArea')} />
      <SearchInput name="search" label="Search" onInput={hear('SearchInput')} onChange={hear('SearchInput.onChange')} />
      <Flex gap="md" wrap>
        <NumberInput name="employees" label="Employees" min={0} precision={0} onChange={hear('NumberInput')} />
        <NumberInput name="share" label="Share" formatStyle="percentage" defaultValue={12.5} readOnly />
        <CurrencyInput name="budget" label="Budget" currency="EUR" onChange={hear('CurrencyInput')} />
        <StepperInput
          name="weight"
          label="Weight"
          min={1}
          max={3}
          defaultValue={2}
          maxValueReachedTooltip="Three is the most"
          onChange={hear('StepperInput')}
        />
        <DateInput
          name="due"
          label="Due"
          format="long"
          clearButtonLabel="Clear"
          todayButtonLabel="Today"
          min={{ year: 2026, month: 0, date: 1 }}
          minValidationMessage="Not before 2026"
          onChange={hear('DateInput')}
        />
        <TimeInput name="from" label="From" interval={60} onChange={hear('TimeInput')} />
      </Flex>
      <Select
        name="plan"
        label="Plan"
        options={plans}
        value={plan}
        onChange={(value) => {
          heard('Select', value);
          setPlan(value);
        }}
      />
      <MultiSelect
        name="regions"
        label="Regions"
        description="Where they work"
        options={regions}
        value={chosen}
        onChange={(value) => {
          heard('MultiSelect', value);
          setChosen(value);
        }}
      />
      <Checkbox name="agreed" value="yes" description="They know about it" onChange={hear('Checkbox')}>
        Agreed
      </Checkbox>
      <Checkbox name="locked" checked readOnly>
        Always on
      </Checkbox>
      {['email', 'phone'].map((each) => (
        <RadioButton
          key={each}
          name="channel"
          value={each}
          checked={channel === each}
          onChange={(checked, value) => {
            heard('RadioButton', checked, value);
            setChannel(value);
          }}
        >
          {each}
        </RadioButton>
      ))}
      <Toggle
        name="live"
        label="Live"
        checked={isOn}
        onChange={(checked) => {
          heard('Toggle', checked);
          setOn(checked);
        }}
      />
      <Toggle
        name="stubborn"
        label="Stubborn"
        checked={false}
        size="sm"
        labelDisplay="top"
        onChange={hear('Stubborn')}
      />
      <ToggleGroup
        name="days"
        label="Days"
        toggleType="checkboxList"
        inline
        required
        tooltip="Working days"
        error
        validationMessage="Choose at least two"
        options={[
          { label: 'Monday', value: 'mo', initialIsChecked: true },
          { label: 'Tuesday', value: 'tu', description: 'Late shift' },
          { label: 'Sunday', value: 'su', readOnly: true },
        ]}
        onChange={hear('ToggleGroup.checkboxes')}
      />
      <ToggleGroup
        name="mode"
        label="Mode"
        toggleType="radioButtonList"
        options={[
          { label: 'Observe', value: 'observe', initialIsChecked: true },
          { label: 'Live', value: 'live' },
        ]}
        onChange={hear('ToggleGroup.radios')}
      />
      <Flex gap="sm">
        <Button type="submit" variant="primary">
          Send form
        </Button>
        <Button type="reset">Reset</Button>
        <LoadingButton loading={isSaving} onClick={save}>
          Save
        </LoadingButton>
      </Flex>
    </Form>
  );
}
