import type { ReactNode } from 'react';
import type { CurrencyInputProps, NumberInputProps } from '@hubspot/ui-extensions';
import { Field } from '../../parts/field.tsx';
import { classes } from '../../parts/sizes.ts';
import { spacingStyle, type Spacing } from '../layout/spacing.ts';
import { useNumber } from './use-number.ts';

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
