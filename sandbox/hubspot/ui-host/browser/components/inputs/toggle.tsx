import { useId, type ReactNode } from 'react';
import type { ToggleProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { useFormField } from '../../parts/form-context.ts';
import { sizeOf } from '../../parts/sizes.ts';
import { useChoice } from '../../parts/use-echo.ts';
import { spacingStyle, type Spacing } from '../layout/spacing.ts';
import { isLocked } from './check-look.ts';

export function Toggle(props: ToggleProps & Spacing): ReactNode {
  const { labelDisplay = 'inline', textChecked = 'ON', textUnchecked = 'OFF', initialIsChecked = false } = props;
  const size = sizeOf(props.size, 'md');
  const id = useId();
  const [isChecked, check, reset] = useChoice(props.checked, initialIsChecked, (next) =>
    tellExtension(props.onChange, next),
  );
  useFormField(props.name, { read: () => isChecked, commit: () => Promise.resolve(), reset });
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
