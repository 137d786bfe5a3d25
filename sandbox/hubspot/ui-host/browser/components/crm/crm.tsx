import { useEffect, useState, type ReactNode } from 'react';
import type { CrmActionButtonProps, CrmActionLinkProps, CrmPropertyListProps } from '@hubspot/ui-extensions/crm';
import { useHost } from '../../page/host-context.ts';
import { tellExtension } from '../../page/tell-extension.ts';
import { classes, sizeOf, variantOf } from '../../parts/sizes.ts';

type Values = Record<string, string | null>;

/** Properties of the record with their values, as the portal keeps them. */
export function CrmPropertyList({
  properties = [],
  direction = 'column',
  objectTypeId,
}: CrmPropertyListProps): ReactNode {
  const { askPort } = useHost();
  const [values, setValues] = useState<Values | string>({});
  const names = properties.join('\n');
  useEffect(() => {
    let isHere = true;
    void askPort('crmProperties', { names: names === '' ? [] : names.split('\n') }).then((answer) => {
      if (isHere) setValues('error' in answer ? answer.error : (answer.value as Values));
    });
    return () => {
      isHere = false;
    };
  }, [askPort, names]);
  if (objectTypeId !== undefined) return <Placeholder name="CrmPropertyList" about={`of type ${objectTypeId}`} />;
  if (typeof values === 'string') return <p className="uih-message uih-message-error">{values}</p>;
  return (
    <dl className={`uih-descriptions uih-descriptions-${direction === 'row' ? 'row' : 'column'}`}>
      {properties.map((name) => (
        <div key={name} className="uih-description-item">
          <dt>{name.replaceAll('_', ' ')}</dt>
          <dd>{values[name] ?? '--'}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the action would do is HubSpot's: the page says which it would be. */
export function CrmActionButton(props: CrmActionButtonProps): ReactNode {
  const { variant, size, type = 'button', disabled = false, onClick, actionType, children } = props;
  return (
    <button
      type={type}
      disabled={disabled}
      title={`${actionType} in HubSpot`}
      className={classes(
        'uih-button',
        `uih-button-${variantOf(variant, ['primary', 'secondary', 'destructive'], 'secondary')}`,
        `uih-button-${sizeOf(size, 'md')}`,
      )}
      onClick={() => void tellExtension(onClick)}
    >
      {children}
    </button>
  );
}

export function CrmActionLink({ variant, onClick, actionType, children }: CrmActionLinkProps): ReactNode {
  return (
    <button
      type="button"
      title={`${actionType} in HubSpot`}
      className={`uih-link uih-link-${variantOf(variant, ['primary', 'destructive', 'light', 'dark'], 'primary')}`}
      onClick={() => void tellExtension(onClick)}
    >
      {children}
    </button>
  );
}

/** Where a portal draws its own data. */
export function Placeholder({ name, about = '' }: { name: string; about?: string }): ReactNode {
  return (
    <div className="uih-placeholder">
      <strong>{name}</strong> {about} <span>A portal draws this.</span>
    </div>
  );
}

/** The components that are a portal's data and nothing else. */
export const crmPlaceholders = Object.fromEntries(
  [
    'CrmAssociationTable',
    'CrmDataHighlight',
    'CrmReport',
    'CrmAssociationPivot',
    'CrmAssociationPropertyList',
    'CrmAssociationStageTracker',
    'CrmSimpleDeadline',
    'CrmStageTracker',
    'CrmStatistics',
    'CrmCardActions',
  ].map((name) => [name, () => <Placeholder name={name} />]),
);
