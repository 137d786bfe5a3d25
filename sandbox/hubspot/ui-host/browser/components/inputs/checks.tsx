import { useId, type ReactNode } from 'react';
import type { CheckboxProps, RadioButtonProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { isSaid } from '../../parts/field.tsx';
import { useFormField } from '../../parts/form-context.ts';
import { classes } from '../../parts/sizes.ts';
import { useChoice } from '../../parts/use-echo.ts';
import { spacingStyle, type Spacing } from '../layout/spacing.ts';
import { isLocked, isSmall } from './check-look.ts';

export function Checkbox(props: CheckboxProps & Spacing): ReactNode {
  const { value = 'on', initialIsChecked = false, description, inline = false } = props;
  const descriptionId = useId();
  const [isChecked, check, reset] = useChoice(props.checked, initialIsChecked, (next) =>
    tellExtension(props.onChange, next, value),
  );
  useFormField(props.name, {
    read: () => (isChecked ? value : undefined),
    commit: () => Promise.resolve(),
    reset,
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
  const [isChecked, check, reset] = useChoice(props.checked, initialIsChecked, (next) =>
    tellExtension(props.onChange, next, value),
  );
  useFormField(props.name, {
    read: () => (isChecked ? value : undefined),
    commit: () => Promise.resolve(),
    reset,
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
