import { useId, type ReactNode } from 'react';
import type { StepperInputProps } from '@hubspot/ui-extensions';
import { Field, isSaid, type FieldTies } from '../../parts/field.tsx';
import { classes } from '../../parts/sizes.ts';
import { spacingStyle, type Spacing } from '../layout/spacing.ts';
import { round, useNumber } from './use-number.ts';

export function StepperInput(props: StepperInputProps & Spacing): ReactNode {
  const { number, set, commitNow, attributes } = useNumber(props);
  const { stepSize = 1, min, max, readOnly = false, minValueReachedTooltip, maxValueReachedTooltip } = props;
  const limit = useId();
  const isAtLeast = min !== undefined && number !== null && number <= min;
  const isAtMost = max !== undefined && number !== null && number >= max;
  const reached = isAtLeast ? minValueReachedTooltip : isAtMost ? maxValueReachedTooltip : undefined;
  const step = (by: number): void => {
    const digits = Math.max(decimals(number ?? 0), decimals(by), props.precision ?? 0);
    const next = round((number ?? 0) + by, digits);
    set(Math.min(Math.max(next, min ?? next), max ?? next));
    commitNow();
  };
  const button = (by: number, isOff: boolean, words: string, sign: string): ReactNode => (
    <button
      type="button"
      className="uih-step-button"
      disabled={readOnly}
      aria-disabled={isOff ? true : undefined}
      aria-describedby={isOff && isSaid(reached) ? limit : undefined}
      onClick={() => {
        if (!isOff) step(by);
      }}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="uih-hidden">
        {words} {props.label}
      </span>
    </button>
  );
  return (
    <div style={spacingStyle(props)}>
      <Field
        words={props}
        input={(ties: FieldTies) => (
          <div className="uih-stepper">
            {button(-stepSize, isAtLeast, 'Decrease', '−')}
            <input
              className={classes('uih-input', props.error === true && 'uih-input-error')}
              {...ties}
              {...attributes}
            />
            {button(stepSize, isAtMost, 'Increase', '+')}
            {props.formatStyle === 'percentage' ? <span className="uih-affix">%</span> : null}
          </div>
        )}
      />
      <div aria-live="polite">
        {isSaid(reached) ? (
          <p id={limit} className="uih-description">
            {reached}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function decimals(number: number): number {
  return String(number).split('.')[1]?.length ?? 0;
}
