import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { MultiSelectProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { Hint } from '../../parts/bubble.tsx';
import { Description, Mark, Message, isSaid, useFieldTies } from '../../parts/field.tsx';
import { useFormField } from '../../parts/form-context.ts';
import { DownGlyph } from '../../parts/glyphs.tsx';
import { classes } from '../../parts/sizes.ts';
import { useChoice } from '../../parts/use-echo.ts';
import { usePopover } from '../../parts/use-popover.ts';
import { spacingStyle, type Spacing } from '../layout/spacing.ts';
import type { Choice } from './choice.ts';

/** Some of several: a button that says which, and a list of checkboxes. */
export function MultiSelect(props: MultiSelectProps & Spacing): ReactNode {
  const { options = [], placeholder = 'Select options', readOnly = false, variant } = props;
  const [chosen, choose, reset] = useChoice<Choice[]>(props.value, [], (next) => tellExtension(props.onChange, next));
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const labelId = useId();
  const valueId = useId();
  const { ties, descriptionId, messageId } = useFieldTies(props);
  usePopover(popover, anchor, isOpen, 'bottom');
  useFormField(props.name, { read: () => chosen, commit: () => Promise.resolve(), reset });
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    event.preventDefault();
    setOpen(false);
    anchor.current?.focus();
  };
  const names = options.filter((each) => chosen.includes(each.value)).map((each) => each.label);
  return (
    <div className="uih-field" style={spacingStyle(props)}>
      {isSaid(props.label) ? (
        <div className="uih-label-row">
          <span id={labelId} className="uih-label">
            {props.label}
            <Mark required={props.required} />
          </span>
          {isSaid(props.tooltip) ? <Hint about={props.label}>{props.tooltip}</Hint> : null}
        </div>
      ) : null}
      <Description id={descriptionId} words={props.description} />
      <div
        className="uih-menu-root uih-menu-root-wide"
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
        }}
        onKeyDown={close}
      >
        <button
          ref={anchor}
          type="button"
          id={ties.id}
          className={classes(
            'uih-input',
            'uih-multi-select',
            variant === 'transparent' && 'uih-select-transparent',
            props.error === true && 'uih-input-error',
          )}
          disabled={readOnly}
          aria-expanded={isOpen}
          aria-labelledby={isSaid(props.label) ? `${labelId} ${valueId}` : valueId}
          aria-describedby={ties['aria-describedby']}
          onClick={() => {
            setOpen(!isOpen);
            if (!isOpen) requestAnimationFrame(() => popover.current?.querySelector('input')?.focus());
          }}
        >
          <span id={valueId} className={names.length === 0 ? 'uih-quiet' : 'uih-multi-select-names'}>
            {names.length === 0 ? placeholder : names.join(', ')}
          </span>
          <DownGlyph />
        </button>
        <div
          ref={popover}
          popover="manual"
          data-align="start"
          role="group"
          aria-label={props.label ?? placeholder}
          className="uih-menu uih-multi-select-list"
        >
          {options.map(({ label, value }, index) => (
            <label key={index} className="uih-menu-check">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  choose(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
                }
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </div>
      <Message id={messageId} words={props.validationMessage} isError={props.error === true} />
    </div>
  );
}
