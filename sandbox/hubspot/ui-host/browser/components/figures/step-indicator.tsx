import type { ReactNode } from 'react';
import type { StepIndicatorProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { classes, sizeOf } from '../../parts/sizes.ts';

export function StepIndicator(props: StepIndicatorProps): ReactNode {
  const { stepNames = [], currentStep = 0, direction = 'horizontal', circleSize, variant = 'default', onClick } = props;
  const isCompact = variant !== 'default';
  return (
    <ol
      className={classes(
        'uih-steps',
        `uih-steps-${direction}`,
        `uih-steps-${variant}`,
        `uih-steps-${sizeOf(circleSize, 'sm')}`,
      )}
    >
      {stepNames.map((name, index) => {
        const state = index < currentStep ? 'done' : index === currentStep ? 'current' : 'open';
        const isQuiet = isCompact && state !== 'current';
        const content = (
          <>
            <span className="uih-step-circle" aria-hidden="true">
              {state === 'done' ? '✓' : index + 1}
            </span>
            <span className={isQuiet ? 'uih-hidden' : 'uih-step-name'}>{name}</span>
            {state === 'done' ? <span className="uih-hidden"> (done)</span> : null}
          </>
        );
        return (
          <li
            key={index}
            className={`uih-step uih-step-${state}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            {onClick === undefined ? (
              <span className="uih-step-content">{content}</span>
            ) : (
              <button
                type="button"
                className="uih-bare-button uih-step-content"
                onClick={() => void tellExtension(onClick, index)}
              >
                {content}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
