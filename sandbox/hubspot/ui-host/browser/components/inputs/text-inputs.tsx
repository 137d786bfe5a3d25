import { useRef, type ReactNode } from 'react';
import type { InputProps, SearchInputProps, TextAreaProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { Field } from '../../parts/field.tsx';
import { CloseGlyph, Glyph } from '../../parts/glyphs.tsx';
import { classes } from '../../parts/sizes.ts';
import { spacingStyle, type Spacing } from '../layout/spacing.ts';
import { useText } from './use-text.ts';

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
