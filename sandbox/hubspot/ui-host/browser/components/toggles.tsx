import { useId, type ReactNode } from 'react';
import type { CheckboxProps, RadioButtonProps, ToggleGroupProps, ToggleProps } from '@hubspot/ui-extensions';
import { Hint } from '../parts/bubble.tsx';
import { Mark, Message, isSaid, useFieldTies } from '../parts/field.tsx';
import { useFormField } from '../parts/form-context.ts';
import { classes, sizeOf } from '../parts/sizes.ts';
import { useChoice } from '../parts/use-echo.ts';
import { tellExtension } from '../page/tell-extension.ts';
import { spacingStyle, type Spacing } from './layouts.tsx';

function isLocked(props: { readOnly?: boolean; readonly?: boolean }): boolean {
  return props.readOnly ?? props.readonly ?? false;
}

export function Checkbox(props: CheckboxProps & Spacing): ReactNode {
  const { value = 'on', initialIsChecked = false, description, inline = false } = props;
  const descriptionId = useId();
  const [isChecked, check] = useChoice(props.checked, initialIsChecked, (next) =>
    tellExtension(props.onChange, next, value),
  );
  useFormField(props.name, {
    read: () => (isChecked ? value : undefined),
    commit: () => Promise.resolve(),
    reset: () => undefined,
  });
  return (
    <div
      className={classes('uih-check', inline && 'uih-check-inline', isSmall(props) && 'uih-check-small')}
      style={spacingStyle(props)}
    >
      <label>
        <input
          type="checkbox"
          name={props.name}
          value={value}
          checked={isChecked}
          disabled={isLocked(props)}
          aria-label={props['aria-label']}
          aria-describedby={isSaid(description) ? descriptionId : undefined}
          onChange={(event) => check(event.target.checked)}
        />
        <span>{props.children}</span>
      </label>
      {isSaid(description) ? (
        <p id={descriptionId} className="uih-description">
          {description}
        </p>
      ) : null}
    </div>
  );
}

/** One of several with the same name; the extension holds which, by `checked`. */
export function RadioButton(props: RadioButtonProps & Spacing): ReactNode {
  const { value = 'on', initialIsChecked = false, description, inline = false } = props;
  const descriptionId = useId();
  const [isChecked, check] = useChoice(props.checked, initialIsChecked, (next) =>
    tellExtension(props.onChange, next, value),
  );
  useFormField(props.name, {
    read: () => (isChecked ? value : undefined),
    commit: () => Promise.resolve(),
    reset: () => undefined,
  });
  return (
    <div
      className={classes('uih-check', inline && 'uih-check-inline', isSmall(props) && 'uih-check-small')}
      style={spacingStyle(props)}
    >
      <label>
        <input
          type="radio"
          name={props.name}
          value={value}
          checked={isChecked}
          disabled={isLocked(props)}
          aria-describedby={isSaid(description) ? descriptionId : undefined}
          onChange={(event) => check(event.target.checked)}
        />
        <span>{props.children}</span>
      </label>
      {isSaid(description) ? (
        <p id={descriptionId} className="uih-description">
          {description}
        </p>
      ) : null}
    </div>
  );
}

function isSmall({ size, variant }: { size?: string; variant?: string }): boolean {
  return sizeOf(size, 'md') === 'sm' || variant === 'small';
}

export function Toggle(props: ToggleProps & Spacing): ReactNode {
  const { labelDisplay = 'inline', textChecked = 'ON', textUnchecked = 'OFF', initialIsChecked = false } = props;
  const size = sizeOf(props.size, 'md');
  const id = useId();
  const [isChecked, check] = useChoice(props.checked, initialIsChecked, (next) => tellExtension(props.onChange, next));
  useFormField(props.name, { read: () => isChecked, commit: () => Promise.resolve(), reset: () => undefined });
  const label = (
    <label htmlFor={id} className={labelDisplay === 'hidden' ? 'uih-hidden' : 'uih-toggle-label'}>
      {props.label}
    </label>
  );
  return (
    <div className={`uih-toggle uih-toggle-${labelDisplay} uih-toggle-${size}`} style={spacingStyle(props)}>
      {labelDisplay === 'top' ? label : null}
      <span className="uih-switch">
        <input
          id={id}
          type="checkbox"
          role="switch"
          name={props.name}
          checked={isChecked}
          disabled={isLocked(props)}
          onChange={(event) => check(event.target.checked)}
        />
        <span className="uih-switch-track" aria-hidden="true">
          {size === 'md' ? <span className="uih-switch-words">{isChecked ? textChecked : textUnchecked}</span> : null}
          <span className="uih-switch-knob" />
        </span>
      </span>
      {labelDisplay === 'top' ? null : label}
    </div>
  );
}

/** Checkboxes or radio buttons under one legend. */
export function ToggleGroup(props: ToggleGroupProps): ReactNode {
  const { options = [], inline = false, toggleType = 'checkboxList', name } = props;
  const isRadio = toggleType === 'radioButtonList';
  const { ties, messageId } = useFieldTies({ ...props, description: undefined });
  const group = useId();
  const initial = options.filter((each) => each.initialIsChecked === true).map((each) => each.value);
  const given = props.value === undefined ? undefined : asList(props.value);
  const [chosen, choose] = useChoice<string[]>(given, isRadio ? initial.slice(0, 1) : initial, (next) =>
    tellExtension(props.onChange, isRadio ? (next[0] ?? '') : next),
  );
  useFormField(name, {
    read: () => (isRadio ? chosen[0] : chosen),
    commit: () => Promise.resolve(),
    reset: () => undefined,
  });
  const pick = (value: string, isOn: boolean): void => {
    if (isRadio) return choose([value]);
    const next = isOn ? [...chosen, value] : chosen.filter((each) => each !== value);
    // In the order of the options, whatever the order of the clicks.
    choose(options.map((each) => each.value).filter((each) => next.includes(each)));
  };
  return (
    <fieldset
      className="uih-group"
      aria-describedby={ties['aria-describedby']}
      aria-invalid={undefined}
      role={isRadio ? 'radiogroup' : undefined}
    >
      <legend className="uih-label">
        {props.label}
        <Mark required={props.required} />
      </legend>
      {isSaid(props.tooltip) ? <Hint about={props.label}>{props.tooltip}</Hint> : null}
      <div className={classes('uih-group-options', inline && 'uih-group-inline', isSmall(props) && 'uih-check-small')}>
        {options.map((option, index) => (
          <div key={index} className="uih-check">
            <label>
              <input
                type={isRadio ? 'radio' : 'checkbox'}
                name={isRadio ? group : name}
                value={option.value}
                checked={chosen.includes(option.value)}
                disabled={isLocked(option)}
                aria-describedby={isSaid(option.description) ? `${group}-${index}` : undefined}
                onChange={(event) => pick(option.value, event.target.checked)}
              />
              <span>{option.label}</span>
            </label>
            {isSaid(option.description) ? (
              <p id={`${group}-${index}`} className="uih-description">
                {option.description}
              </p>
            ) : null}
          </div>
        ))}
      </div>
      <Message id={messageId} words={props.validationMessage} isError={props.error === true} />
    </fieldset>
  );
}

function asList(value: string | string[]): string[] {
  return Array.isArray(value) ? value : value === '' ? [] : [value];
}
