import type { ReactNode } from 'react';
import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  IllustrationProps,
  LoadingSpinnerProps,
} from '@hubspot/ui-extensions';
import { classes, sizeOf, variantOf } from '../../parts/sizes.ts';
import { Drawing, type DrawingName } from './drawings.tsx';

/** Part of the page, so it speaks up only when it comes in later or changes. */
export function Alert({ title, variant, children }: AlertProps): ReactNode {
  const look = variantOf(variant, ['info', 'warning', 'success', 'error', 'danger', 'tip'], 'info');
  return (
    <div className={`uih-alert uih-alert-${look}`} role={look === 'error' || look === 'danger' ? 'alert' : 'status'}>
      <strong className="uih-alert-title">{title}</strong>
      {children === undefined ? null : <div className="uih-alert-body">{children}</div>}
    </div>
  );
}

export function LoadingSpinner({ label, showLabel = false, size, layout = 'inline' }: LoadingSpinnerProps): ReactNode {
  return (
    <div className={classes('uih-loading', layout === 'centered' && 'uih-loading-centered')} role="status">
      <span className={`uih-spinner uih-spinner-${sizeOf(size, 'sm')}`} aria-hidden="true" />
      <span className={showLabel ? 'uih-loading-label' : 'uih-hidden'}>{label}</span>
    </div>
  );
}

export function EmptyState(props: EmptyStateProps): ReactNode {
  const {
    title,
    layout = 'horizontal',
    reverseOrder = false,
    imageWidth = 250,
    imageName = 'emptyStateCharts',
  } = props;
  return (
    <section
      className={classes(
        'uih-state',
        `uih-state-${layout}`,
        reverseOrder && 'uih-state-reversed',
        props.flush === true && 'uih-state-flush',
      )}
    >
      <div className="uih-state-words">
        {title === undefined ? null : <h2 className="uih-state-title">{title}</h2>}
        {props.children}
      </div>
      <div className="uih-state-drawing" style={{ maxWidth: imageWidth }}>
        <Drawing name={imageName} />
      </div>
    </section>
  );
}

const drawingOfError: Readonly<Record<string, DrawingName>> = {
  error: 'errorGeneral',
  support: 'customerSupport',
  lock: 'lock',
};

export function ErrorState({ title, type = 'error', children }: ErrorStateProps): ReactNode {
  return (
    <section className="uih-state uih-state-vertical" role="alert">
      <div className="uih-state-drawing" style={{ maxWidth: 160 }}>
        <Drawing name={drawingOfError[type] ?? 'errorGeneral'} />
      </div>
      <div className="uih-state-words">
        {title === undefined ? null : <h2 className="uih-state-title">{title}</h2>}
        {children}
      </div>
    </section>
  );
}

export function Illustration({ name, alt, width, height }: IllustrationProps): ReactNode {
  return (
    <span className="uih-illustration" style={{ width: width ?? 200, height }}>
      <Drawing name={name} alt={alt} />
    </span>
  );
}
