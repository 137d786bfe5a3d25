import { useEffect, useRef, type ReactNode } from 'react';
import type { InputProps, SearchInputProps, TextAreaProps } from '@hubspot/ui-extensions';
import { Field } from '../parts/field.tsx';
import { useFormField } from '../parts/form-context.ts';
import { CloseGlyph, Glyph } from '../parts/glyphs.tsx';
import { classes } from '../parts/sizes.ts';
import { useCommit } from '../parts/use-commit.ts';
import { useEcho } from '../parts/use-echo.ts';
import { tellExtension } from '../page/tell-extension.ts';
import { spacingStyle, type Spacing } from './layouts.tsx';

type TextProps = Pick<
  InputProps,
  'name' | 'value' | 'defaultValue' | 'onChange' | 'onInput' | 'onBlur' | 'onFocus' | 'readOnly' | 'placeholder'
>;

/** What all inputs of text have in common. */
function useText(props: TextProps): {
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

export function Input(props: InputProps & Spacing): ReactNode {
  const { attributes } = useText(props);
  return (
    <div style={spacingStyle(props)}>
      <Field
        words={props}
        input={(ties) => (
          <input
            className={classes('uih-input', props.error === true && 'uih-input-error')}
            type={props.type === 'password' ? 'password' : 'text'}
            autoComplete="off"
            {...ties}
            {...attributes}
          />
        )}
      />
    </div>
  );
}

export function TextArea(props: TextAreaProps & Spacing): ReactNode {
  const { attributes } = useText(props);
  return (
    <div style={spacingStyle(props)}>
      <Field
        words={props}
        input={(ties) => (
          <textarea
            className={classes('uih-input', 'uih-text-area', props.error === true && 'uih-input-error')}
            rows={props.rows ?? 3}
            cols={props.cols}
            maxLength={props.maxLength}
            style={{ resize: props.resize ?? 'both', width: props.cols === undefined ? '100%' : 'auto' }}
            {...ties}
            {...attributes}
          />
        )}
      />
    </div>
  );
}

export function SearchInput(props: SearchInputProps & Spacing): ReactNode {
  const { text, type, attributes } = useText(props);
  const input = useRef<HTMLInputElement>(null);
  const canClear = props.clearable !== false && text !== '' && props.readOnly !== true;
  return (
    <div style={spacingStyle(props)}>
      <Field
        words={props}
        input={(ties) => (
          <div className="uih-search">
            <Glyph d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M10.7 10.7L14 14" />
            <input
              ref={input}
              className={classes('uih-input', props.error === true && 'uih-input-error')}
              type="search"
              autoComplete="off"
              {...ties}
              {...attributes}
            />
            {canClear ? (
              <button
                type="button"
                className="uih-icon-button uih-search-clear"
                onClick={() => {
                  type('');
                  void tellExtension(props.onChange, '');
                  input.current?.focus();
                }}
              >
                <CloseGlyph />
                <span className="uih-hidden">Clear {props.label}</span>
              </button>
            ) : null}
          </div>
        )}
      />
    </div>
  );
}
