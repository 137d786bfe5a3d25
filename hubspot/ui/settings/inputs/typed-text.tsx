import { Input, TextArea } from '@hubspot/ui-extensions';
import { useEffect, useRef, useState, type ReactNode } from 'react';

export type TypedTextProps = {
  readonly name: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly text: string;
  readonly lines?: number | undefined;
  readonly readOnly: boolean;
  readonly trouble: string | null;
  /** What is kept of what somebody typed, and how it is shown again. */
  readonly read?: ((typed: string) => string) | undefined;
  readonly write?: ((text: string) => string) | undefined;
  readonly onText: (text: string) => void;
};

/** Nobody reads a message between two letters. */
const pauseMillis = 250;

const asItIs = (text: string): string => text;

/**
 * A text that is told while it is typed, after each pause, and at once when the input is left. What is shown is only replaced
 * when the text changes elsewhere, so that no late answer of the page takes letters back.
 */
export function TypedText(props: TypedTextProps): ReactNode {
  const { text, read = asItIs, write = asItIs, onText, lines } = props;
  const [said, setSaid] = useState(text);
  const [shown, setShown] = useState(() => write(text));
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly typed: string } | null>(null);
  const tell = useRef<(typed: string) => void>(() => {});
  tell.current = (typed) => {
    const kept = read(typed);
    setSaid(kept);
    if (kept !== text) onText(kept);
  };
  if (text !== said) {
    setSaid(text);
    setShown(write(text));
  }
  const stop = (): void => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = null;
  };
  useEffect(
    () => () => {
      const left = waiting.current;
      stop();
      if (left !== null) tell.current(left.typed);
    },
    [],
  );
  const common = {
    name: props.name,
    label: props.label,
    value: shown,
    readOnly: props.readOnly,
    ...(props.description === undefined || props.description === '' ? {} : { description: props.description }),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.trouble === null ? {} : { error: true, validationMessage: props.trouble }),
    onInput: (typed: string) => {
      stop();
      const timer = setTimeout(() => {
        waiting.current = null;
        tell.current(typed);
      }, pauseMillis);
      waiting.current = { timer, typed };
    },
    onChange: (typed: string) => {
      stop();
      setShown(write(read(typed)));
      tell.current(typed);
    },
  };
  return lines === undefined ? <Input {...common} /> : <TextArea {...common} rows={lines} resize="vertical" />;
}
