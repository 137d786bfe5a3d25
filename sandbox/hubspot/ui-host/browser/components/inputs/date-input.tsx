import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { DateInputProps } from '@hubspot/ui-extensions';
import { useHost } from '../../page/host-context.ts';
import { tellExtension } from '../../page/tell-extension.ts';
import { Field } from '../../parts/field.tsx';
import { useFormField } from '../../parts/form-context.ts';
import { describeDate, readDate, todayIn, writeDate, type PlainDate } from '../../parts/plain-date.ts';
import { classes } from '../../parts/sizes.ts';
import { useCommit } from '../../parts/use-commit.ts';
import { useEcho } from '../../parts/use-echo.ts';
import { spacingStyle, type Spacing } from '../layout/spacing.ts';

export function DateInput(props: DateInputProps & Spacing): ReactNode {
  const { value, defaultValue, format = 'short', readOnly = false, min, max } = props;
  const { frame } = useHost();
  const [date, say] = useEcho<PlainDate | null>(value === undefined ? undefined : bare(value), bare(defaultValue));
  const [text, setText] = useState(() => writeDate(date));
  const { commit, heard } = useCommit(told(date, format), props.onChange);
  const latest = useRef(date);
  latest.current = date;
  const given = JSON.stringify(value);
  useEffect(() => {
    if (value !== undefined) heard(told(bare(value), format));
  }, [given]);
  useEffect(() => setText(writeDate(date)), [date]);
  const set = (next: PlainDate | null, isFinal: boolean): void => {
    latest.current = next;
    say(next);
    if (isFinal) void commit(told(next, format));
  };
  const type = (next: string): void => {
    setText(next);
    const typed = readDate(next);
    // While a year is typed the field is already complete at 0002; nobody means that.
    if (typed !== null && typed.year >= 1000) set(typed, true);
    else latest.current = typed;
  };
  const finish = (): void => {
    const typed = readDate(text);
    set(typed, true);
  };
  useFormField(props.name, {
    read: () => told(latest.current, format),
    commit: () => commit(told(latest.current, format)),
    reset: () => set(bare(defaultValue), false),
  });
  const isEarly = date !== null && min !== undefined && writeDate(date) < writeDate(min);
  const isLate = date !== null && max !== undefined && writeDate(date) > writeDate(max);
  const outside = isEarly ? props.minValidationMessage : isLate ? props.maxValidationMessage : undefined;
  const words = outside === undefined ? props : { ...props, error: true, validationMessage: outside };
  return (
    <div style={spacingStyle(props)}>
      <Field
        words={words}
        input={(ties) => (
          <div className="uih-date">
            <input
              className={classes('uih-input', words.error === true && 'uih-input-error')}
              type="date"
              name={props.name}
              value={text}
              readOnly={readOnly}
              min={min === undefined ? undefined : writeDate(min)}
              max={max === undefined ? undefined : writeDate(max)}
              onChange={(event) => type(event.target.value)}
              onFocus={() => void tellExtension(props.onFocus, told(latest.current, format))}
              onBlur={() => {
                finish();
                void tellExtension(props.onBlur, told(latest.current, format));
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') finish();
              }}
              {...ties}
            />
            {props.todayButtonLabel === undefined || readOnly ? null : (
              <button
                type="button"
                className="uih-button uih-button-transparent uih-button-xs"
                onClick={() => set(todayIn(frame.context, props.timezone ?? 'userTz', new Date()), true)}
              >
                {props.todayButtonLabel}
              </button>
            )}
            {props.clearButtonLabel === undefined || readOnly || date === null ? null : (
              <button
                type="button"
                className="uih-button uih-button-transparent uih-button-xs"
                onClick={() => set(null, true)}
              >
                {props.clearButtonLabel}
              </button>
            )}
          </div>
        )}
      />
    </div>
  );
}

function bare(date: PlainDate | null | undefined): PlainDate | null {
  return date === null || date === undefined ? null : { year: date.year, month: date.month, date: date.date };
}

function told(date: PlainDate | null, format: NonNullable<DateInputProps['format']>): object | null {
  return date === null ? null : { ...date, formattedDate: describeDate(date, format) };
}
