import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { CurrencyInputProps, NumberInputProps, StepperInputProps } from '@hubspot/ui-extensions';
import { Field, isSaid, type FieldTies } from '../parts/field.tsx';
import { useFormField } from '../parts/form-context.ts';
import { classes } from '../parts/sizes.ts';
import { useCommit } from '../parts/use-commit.ts';
import { useEcho } from '../parts/use-echo.ts';
import { tellExtension } from '../page/tell-extension.ts';
import { spacingStyle, type Spacing } from './layouts.tsx';

type NumberProps = Pick<
  NumberInputProps,
  'name' | 'value' | 'defaultValue' | 'onChange' | 'onInput' | 'onBlur' | 'onFocus' | 'readOnly' | 'precision'
> & { placeholder?: string; min?: number; max?: number };

/** What all inputs of numbers have in common. An empty one is undefined. */
function useNumber(props: NumberProps): {
  number: number | null;
  set: (next: number | null) => void;
  commitNow: () => void;
  attributes: Record<string, unknown>;
} {
  const { value, defaultValue, precision } = props;
  const [number, say] = useEcho<number | null>(value ?? undefined, defaultValue ?? null);
  const [text, setText] = useState(() => write(number, precision));
  const { commit, heard } = useCommit(number, props.onChange);
  const latest = useRef(number);
  latest.current = number;
  useEffect(() => {
    if (typeof value === 'number') heard(value);
  }, [value]);
  useEffect(() => {
    // The reader's own spelling stays while it means the same.
    setText((before) => (read(before) === number ? before : write(number, precision)));
  }, [number, precision]);
  const set = (next: number | null): void => {
    latest.current = next;
    say(next);
  };
  const settle = (): void => {
    const rounded = latest.current === null ? null : round(latest.current, precision);
    if (rounded !== latest.current) set(rounded);
    setText(write(rounded, precision));
    void commit(rounded ?? undefined);
  };
  useFormField(props.name, {
    read: () => latest.current ?? undefined,
    commit: () => commit(latest.current ?? undefined),
    reset: () => set(defaultValue ?? null),
  });
  return {
    number,
    set: (next) => {
      set(next);
      setText(write(next, precision));
    },
    commitNow: settle,
    attributes: {
      name: props.name,
      type: 'number',
      step: 'any',
      min: props.min,
      max: props.max,
      value: text,
      placeholder: props.placeholder,
      readOnly: props.readOnly === true,
      onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
        setText(event.target.value);
        const next = read(event.target.value);
        set(next);
        if (next !== null) void tellExtension(props.onInput, next);
      },
      onFocus: () => void tellExtension(props.onFocus, latest.current ?? undefined),
      onBlur: () => {
        settle();
        void tellExtension(props.onBlur, latest.current ?? undefined);
      },
      onKeyDown: (event: React.KeyboardEvent) => {
        if (event.key === 'Enter') settle();
      },
    },
  };
}

function read(text: string): number | null {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
}

function write(number: number | null, precision: number | undefined): string {
  if (number === null) return '';
  return precision === undefined ? String(number) : number.toFixed(Math.min(Math.max(precision, 0), 20));
}

function round(number: number, precision: number | undefined): number {
  return precision === undefined ? number : Number(number.toFixed(Math.min(Math.max(precision, 0), 20)));
}

export function NumberInput(props: NumberInputProps & Spacing): ReactNode {
  const { attributes } = useNumber(props);
  const isPercentage = props.formatStyle === 'percentage';
  return (
    <div style={spacingStyle(props)}>
      <Field
        words={props}
        input={(ties) => (
          <div className="uih-affixed">
            <input
              className={classes(
                'uih-input',
                props.error === true && 'uih-input-error',
                props.textAlign === 'right' && 'uih-input-right',
              )}
              {...ties}
              {...attributes}
            />
            {isPercentage ? <span className="uih-affix">%</span> : null}
          </div>
        )}
      />
    </div>
  );
}

export function CurrencyInput(props: CurrencyInputProps & Spacing): ReactNode {
  const currency = props.currency ?? 'USD';
  const format = currencyFormat(currency);
  const { attributes } = useNumber({ ...props, precision: props.precision ?? format.digits });
  return (
    <div style={spacingStyle(props)}>
      <Field
        words={props}
        input={(ties) => (
          <div className="uih-affixed">
            <span className="uih-affix">{format.symbol}</span>
            <input
              className={classes('uih-input', props.error === true && 'uih-input-error')}
              {...ties}
              {...attributes}
            />
          </div>
        )}
      />
    </div>
  );
}

function currencyFormat(currency: string): { symbol: string; digits: number } {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    const symbol = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
    return { symbol, digits: format.resolvedOptions().maximumFractionDigits ?? 2 };
  } catch {
    return { symbol: currency, digits: 2 };
  }
}

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
    // The state is read by the commit, so it has to be drawn first.
    requestAnimationFrame(() => commitNow());
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
