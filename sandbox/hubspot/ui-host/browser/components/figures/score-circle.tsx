import { useEffect, type ReactNode } from 'react';
import type { ScoreProps } from '@hubspot/ui-extensions';

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
