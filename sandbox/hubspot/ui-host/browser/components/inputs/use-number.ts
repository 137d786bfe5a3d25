import { useEffect, useRef, useState } from 'react';
import type { NumberInputProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { useFormField } from '../../parts/form-context.ts';
import { useCommit } from '../../parts/use-commit.ts';
import { useEcho } from '../../parts/use-echo.ts';

type NumberProps = Pick<
  NumberInputProps,
  'name' | 'value' | 'defaultValue' | 'onChange' | 'onInput' | 'onBlur' | 'onFocus' | 'readOnly' | 'precision'
> & { placeholder?: string; min?: number; max?: number };

/** What all inputs of numbers have in common. An empty one is undefined. */
export function useNumber(props: NumberProps): {
  number: number | null;
  set: (next: number | null) => void;
  commitNow: () => void;
  attributes: Record<string, unknown>;
} {
  const { value, defaultValue, precision } = props;
  const [number, say] = useEcho<number | null>(value ?? undefined, defaultValue ?? null);
  const [text, setText] = useState(() => write(number, precision));
  const { commit, heard } = useCommit(number ?? undefined, props.onChange);
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

export function round(number: number, precision: number | undefined): number {
  return precision === undefined ? number : Number(number.toFixed(Math.min(Math.max(precision, 0), 20)));
}
