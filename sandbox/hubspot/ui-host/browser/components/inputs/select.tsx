import { useId, useState, type ReactNode } from 'react';
import type { SelectProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { Field, isSaid } from '../../parts/field.tsx';
import { useFormField } from '../../parts/form-context.ts';
import { classes } from '../../parts/sizes.ts';
import { useChoice } from '../../parts/use-echo.ts';
import { spacingStyle, type Spacing } from '../layout/spacing.ts';
import type { Choice } from './choice.ts';

const searchFrom = 8;

/** One of several. Where there are many and the extension listens to it, a search field narrows them. */
export function Select(props: SelectProps & Spacing): ReactNode {
  const { options = [], placeholder = 'Select an option', readOnly = false, variant } = props;
  const [chosen, choose, reset] = useChoice<Choice | null>(
    props.value === undefined ? undefined : props.value,
    null,
    (next) => tellExtension(props.onChange, next),
  );
  const [search, setSearch] = useState('');
  const searchId = useId();
  useFormField(props.name, {
    read: () => chosen ?? undefined,
    commit: () => Promise.resolve(),
    reset,
  });
  const hasSearch = options.length >= searchFrom && props.onInput !== undefined;
  const words = search.trim().toLowerCase();
  const at = options.findIndex((each) => each.value === chosen);
  return (
    <div style={spacingStyle(props)}>
      <Field
        words={props}
        input={(ties) => (
          <>
            {hasSearch ? (
              <input
                id={searchId}
                type="search"
                className="uih-input uih-select-search"
                aria-label={`Search in ${props.label ?? 'options'}`}
                placeholder="Search"
                value={search}
                onChange={(event) => {
                  setSearch(event.target.value);
                  void tellExtension(props.onInput, event.target.value);
                }}
              />
            ) : null}
            <select
              className={classes(
                'uih-input',
                'uih-select',
                variant === 'transparent' && 'uih-select-transparent',
                props.error === true && 'uih-input-error',
              )}
              aria-label={isSaid(props.label) ? undefined : placeholder}
              name={props.name}
              disabled={readOnly}
              value={at < 0 ? '' : String(at)}
              onChange={(event) => {
                const option = options[Number(event.target.value)];
                if (event.target.value !== '' && option !== undefined) choose(option.value);
              }}
              {...ties}
            >
              <option value="" disabled hidden>
                {placeholder}
              </option>
              {options.map(({ label }, index) =>
                index === at || label.toLowerCase().includes(words) ? (
                  <option key={index} value={String(index)}>
                    {label}
                  </option>
                ) : null,
              )}
            </select>
          </>
        )}
      />
    </div>
  );
}
