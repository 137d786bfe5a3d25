import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { TimeInputProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { Field } from '../../parts/field.tsx';
import { useFormField } from '../../parts/form-context.ts';
import { classes } from '../../parts/sizes.ts';
import { useCommit } from '../../parts/use-commit.ts';
import { useEcho } from '../../parts/use-echo.ts';
import { spacingStyle, type Spacing } from '../layout/spacing.ts';

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
