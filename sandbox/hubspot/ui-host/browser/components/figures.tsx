import { useEffect, useId, type ReactNode } from 'react';
import type {
  ProgressBarProps,
  ScoreProps,
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
  StatusTagProps,
  TagProps,
} from '@hubspot/ui-extensions';
import { toldEvent, useReactions } from '../parts/extension-event.ts';
import { isSaid } from '../parts/field.tsx';
import { CloseGlyph, DownArrow, UpArrow } from '../parts/glyphs.tsx';
import { useOverlay } from '../parts/overlay.tsx';
import { classes, variantOf } from '../parts/sizes.ts';
import { tellExtension } from '../page/tell-extension.ts';

export function Tag({ variant, onClick, inline = false, overlay, children }: TagProps): ReactNode {
  const { anchor, anchorProps, hasTooltip, open, element } = useOverlay<HTMLElement>(overlay);
  const reactions = useReactions();
  const look = classes(
    'uih-tag',
    `uih-tag-${variantOf(variant, ['default', 'warning', 'success', 'error', 'info'], 'default')}`,
    inline && 'uih-tag-inline',
  );
  const isAction = onClick !== undefined || (element !== null && !hasTooltip);
  return (
    <>
      {isAction ? (
        <button
          ref={anchor as never}
          type="button"
          className={look}
          onClick={(event) => {
            void tellExtension(onClick, toldEvent(event), reactions);
            open();
          }}
          {...anchorProps}
        >
          {children}
        </button>
      ) : (
        <span ref={anchor} className={look} {...(hasTooltip ? { tabIndex: 0, ...anchorProps } : {})}>
          {children}
        </span>
      )}
      {element}
    </>
  );
}

export function StatusTag(props: StatusTagProps): ReactNode {
  const { variant, hollow = false, onClick, showRemoveIcon = false, onRemoveClick, children } = props;
  const id = useId();
  const look = variantOf(variant, ['danger', 'warning', 'info', 'success', 'default'], 'default');
  const content = (
    <>
      <span className={classes('uih-dot', `uih-dot-${look}`, hollow && 'uih-dot-hollow')} aria-hidden="true" />
      <span id={id}>{children}</span>
    </>
  );
  return (
    <span className="uih-status-tag">
      {onClick === undefined ? (
        <span className="uih-status-words">{content}</span>
      ) : (
        <button type="button" className="uih-bare-button uih-status-words" onClick={() => void tellExtension(onClick)}>
          {content}
        </button>
      )}
      {showRemoveIcon ? (
        <button
          type="button"
          className="uih-icon-button uih-icon-button-small"
          aria-labelledby={`${id}-remove ${id}`}
          onClick={() => void tellExtension(onRemoveClick)}
        >
          <span id={`${id}-remove`} className="uih-hidden">
            Remove
          </span>
          <CloseGlyph />
        </button>
      ) : null}
    </span>
  );
}

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

const around = 2 * Math.PI * 26;

/** A score between 0 and 100; a fraction is rounded down, and anything else is no score. */
export function ScoreCircle({ score }: ScoreProps): ReactNode {
  const isScore = typeof score === 'number' && score >= 0 && score <= 100;
  const shown = isScore ? Math.floor(score) : 0;
  const look = shown >= 66 ? 'success' : shown >= 33 ? 'warning' : 'danger';
  useEffect(() => {
    if (!isScore) console.error(`ScoreCircle: ${String(score)} is not between 0 and 100.`);
    else if (!Number.isInteger(score)) console.warn(`ScoreCircle: ${score} is rounded down.`);
  }, [score, isScore]);
  return (
    <div
      className={`uih-score uih-score-${isScore ? look : 'none'}`}
      role="meter"
      aria-label="Score"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={shown}
      aria-valuetext={isScore ? `${shown} of 100` : 'no score'}
    >
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <circle cx="32" cy="32" r="26" className="uih-score-track" />
        <circle
          cx="32"
          cy="32"
          r="26"
          className="uih-score-arc"
          strokeDasharray={`${(shown / 100) * around} ${around}`}
          transform="rotate(-90 32 32)"
        />
      </svg>
      <span className="uih-score-number">{isScore ? shown : '--'}</span>
    </div>
  );
}

export function Statistics({ children }: StatisticsProps): ReactNode {
  return <div className="uih-statistics">{children}</div>;
}

export function StatisticsItem({ id, label, number, children }: StatisticsItemProps): ReactNode {
  return (
    <div className="uih-statistic" data-id={id}>
      <div className="uih-statistic-label">{label}</div>
      <div className="uih-statistic-number">{number}</div>
      {children}
    </div>
  );
}

export function StatisticsTrend({ value, direction, color }: StatisticsTrendProps): ReactNode {
  const look = color ?? (direction === 'decrease' ? 'red' : 'green');
  return (
    <div className={`uih-trend uih-trend-${look}`}>
      {direction === 'decrease' ? <DownArrow /> : <UpArrow />}
      <span className="uih-hidden">{direction === 'decrease' ? 'Decrease: ' : 'Increase: '}</span>
      <span>{value}</span>
    </div>
  );
}
