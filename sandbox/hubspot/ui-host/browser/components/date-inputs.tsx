import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { DateInputProps, TimeInputProps } from '@hubspot/ui-extensions';
import { Field } from '../parts/field.tsx';
import { useFormField } from '../parts/form-context.ts';
import { classes } from '../parts/sizes.ts';
import { useCommit } from '../parts/use-commit.ts';
import { useEcho } from '../parts/use-echo.ts';
import { tellExtension } from '../page/tell-extension.ts';
import { useHost } from '../page/host-context.ts';
import { readDate, todayIn, writeDate, describeDate, type PlainDate } from '../parts/plain-date.ts';
import { spacingStyle, type Spacing } from './layouts.tsx';

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
                onClick={() => set(todayIn(frame.context, props.timezone ?? 'userTz'), true)}
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

type Time = { hours: number; minutes: number };

export function TimeInput(props: TimeInputProps & Spacing): ReactNode {
  const { value, defaultValue, readOnly = false, min, max, interval = 30 } = props;
  const list = useId();
  const [time, say] = useEcho<Time | null>(value === undefined ? undefined : value, defaultValue ?? null);
  const [text, setText] = useState(() => writeTime(time));
  const { commit, heard } = useCommit(time, props.onChange);
  const latest = useRef(time);
  latest.current = time;
  const given = JSON.stringify(value);
  useEffect(() => {
    if (value !== undefined) heard(value);
  }, [given]);
  useEffect(() => setText(writeTime(time)), [time]);
  const set = (next: Time | null): void => {
    latest.current = next;
    say(next);
    void commit(next);
  };
  useFormField(props.name, {
    read: () => latest.current,
    commit: () => commit(latest.current),
    reset: () => say(defaultValue ?? null),
  });
  return (
    <div style={spacingStyle(props)}>
      <Field
        words={props}
        input={(ties) => (
          <>
            <input
              className={classes('uih-input', props.error === true && 'uih-input-error')}
              type="time"
              name={props.name}
              value={text}
              readOnly={readOnly}
              min={min === undefined ? undefined : writeTime(min)}
              max={max === undefined ? undefined : writeTime(max)}
              list={list}
              onChange={(event) => {
                setText(event.target.value);
                const typed = readTime(event.target.value);
                if (typed !== null) set(typed);
              }}
              onFocus={() => void tellExtension(props.onFocus, latest.current)}
              onBlur={() => {
                if (readTime(text) === null) set(null);
                void tellExtension(props.onBlur, latest.current);
              }}
              {...ties}
            />
            <datalist id={list}>
              {offeredTimes(min, max, interval).map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          </>
        )}
      />
    </div>
  );
}

function offeredTimes(min: Time | undefined, max: Time | undefined, interval: number): string[] {
  const step = Math.max(1, Math.floor(interval));
  const first = min === undefined ? 0 : min.hours * 60 + min.minutes;
  const last = max === undefined ? 24 * 60 - 1 : max.hours * 60 + max.minutes;
  const times: string[] = [];
  for (let at = first; at <= last; at += step) times.push(writeTime({ hours: Math.floor(at / 60), minutes: at % 60 }));
  return times;
}

function writeTime(time: Time | null): string {
  if (time === null) return '';
  return `${String(time.hours).padStart(2, '0')}:${String(time.minutes).padStart(2, '0')}`;
}

function readTime(text: string): Time | null {
  const found = /^(\d\d):(\d\d)/.exec(text);
  return found === null ? null : { hours: Number(found[1]), minutes: Number(found[2]) };
}
