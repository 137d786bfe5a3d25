import type { ReactNode } from 'react';
import type { StatisticsItemProps, StatisticsProps, StatisticsTrendProps } from '@hubspot/ui-extensions';
import { DownArrow, UpArrow } from '../../parts/glyphs.tsx';

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
