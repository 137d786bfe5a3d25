import { useId, type ReactNode } from 'react';
import type { ToggleGroupProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { Hint } from '../../parts/bubble.tsx';
import { Mark, Message, isSaid, useFieldTies } from '../../parts/field.tsx';
import { useFormField } from '../../parts/form-context.ts';
import { classes } from '../../parts/sizes.ts';
import { useChoice } from '../../parts/use-echo.ts';
import { isLocked, isSmall } from './check-look.ts';

/** Checkboxes or radio buttons under one legend. */
export function ToggleGroup(props: ToggleGroupProps): ReactNode {
  const { options = [], inline = false, toggleType = 'checkboxList', name } = props;
  const isRadio = toggleType === 'radioButtonList';
  const { ties, messageId } = useFieldTies({ ...props, description: undefined });
  const group = useId();
  const initial = options.filter((each) => each.initialIsChecked === true).map((each) => each.value);
  const given = props.value === undefined ? undefined : asList(props.value);
  const [chosen, choose, reset] = useChoice<string[]>(given, isRadio ? initial.slice(0, 1) : initial, (next) =>
    tellExtension(props.onChange, isRadio ? (next[0] ?? '') : next),
  );
  useFormField(name, {
    read: () => (isRadio ? chosen[0] : chosen),
    commit: () => Promise.resolve(),
    reset,
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
