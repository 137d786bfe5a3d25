import { Children, type ReactNode } from 'react';
import type { DescriptionListItemProps, DescriptionListProps, ListProps } from '@hubspot/ui-extensions';

export function List({ variant = 'unordered', children }: ListProps): ReactNode {
  const items = Children.toArray(children).map((child, index) => <li key={index}>{child}</li>);
  const look = `uih-list uih-list-${variant}`;
  return variant.startsWith('ordered') ? <ol className={look}>{items}</ol> : <ul className={look}>{items}</ul>;
}

export function DescriptionList({ direction = 'column', children }: DescriptionListProps): ReactNode {
  return <dl className={`uih-descriptions uih-descriptions-${direction}`}>{children}</dl>;
}

export function DescriptionListItem({ label, children }: DescriptionListItemProps): ReactNode {
  return (
    <div className="uih-description-item">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
