import { useEffect, useRef } from 'react';
import type { InputProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { useFormField } from '../../parts/form-context.ts';
import { useCommit } from '../../parts/use-commit.ts';
import { useEcho } from '../../parts/use-echo.ts';

type TextProps = Pick<
  InputProps,
  'name' | 'value' | 'defaultValue' | 'onChange' | 'onInput' | 'onBlur' | 'onFocus' | 'readOnly' | 'placeholder'
>;

/** What all inputs of text have in common. */
export function useText(props: TextProps): {
  text: string;
  type: (next: string) => void;
  attributes: Record<string, unknown>;
} {
  const { name, value, defaultValue, readOnly = false, placeholder } = props;
  const [text, say] = useEcho<string>(value ?? undefined, defaultValue ?? '');
  const { commit, heard } = useCommit(text, props.onChange);
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    if (value !== undefined && value !== null) heard(value);
  }, [value]);
  const type = (next: string): void => {
    latest.current = next;
    say(next);
    void tellExtension(props.onInput, next);
  };
  useFormField(name, {
    read: () => latest.current,
    commit: () => commit(latest.current),
    reset: () => {
      latest.current = defaultValue ?? '';
      say(defaultValue ?? '');
    },
  });
  return {
    text,
    type,
    attributes: {
      name,
      value: text,
      placeholder,
      readOnly,
      onChange: (event: React.ChangeEvent<HTMLInputElement>) => type(event.target.value),
      onFocus: () => void tellExtension(props.onFocus, latest.current),
      onBlur: () => {
        void commit(latest.current);
        void tellExtension(props.onBlur, latest.current);
      },
      onKeyDown: (event: React.KeyboardEvent) => {
        if (event.key === 'Enter' && event.currentTarget.tagName === 'INPUT') void commit(latest.current);
      },
    },
  };
}
