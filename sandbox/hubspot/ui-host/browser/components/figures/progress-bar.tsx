import { useId, type ReactNode } from 'react';
import type { ProgressBarProps } from '@hubspot/ui-extensions';
import { isSaid } from '../../parts/field.tsx';
import { variantOf } from '../../parts/sizes.ts';

export function ProgressBar(props: ProgressBarProps): ReactNode {
  const { title, showPercentage = false, value = 0, valueDescription, variant } = props;
  const id = useId();
  const most = props.maxValue ?? props.valueMax ?? 100;
  const share = most > 0 ? Math.min(Math.max(value / most, 0), 1) : 0;
  const percentage = `${Math.round(share * 100)}%`;
  return (
    <div className="uih-progress">
      <div className="uih-progress-head">
        {isSaid(title) ? <span id={id}>{title}</span> : null}
        {showPercentage ? <span>{percentage}</span> : null}
      </div>
      <div
        className="uih-progress-track"
        role="progressbar"
        aria-label={
          isSaid(title) && props['aria-label'] === undefined ? undefined : (props['aria-label'] ?? 'Progress')
        }
        aria-labelledby={isSaid(title) && props['aria-label'] === undefined ? id : undefined}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={Math.min(Math.max(value, 0), most)}
        aria-valuetext={valueDescription ?? percentage}
      >
        <div
          className={`uih-progress-bar uih-progress-${variantOf(variant, ['success', 'danger', 'warning'], 'success')}`}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      {isSaid(valueDescription) ? <div className="uih-quiet">{valueDescription}</div> : null}
    </div>
  );
}
