import type { ReactNode } from 'react';
import { sayNumber, type ChartData } from '../../parts/chart-data.ts';

type Area = { left: number; top: number; width: number; height: number };

export const height = 280;

export function areaOf(width: number, left: number): Area {
  return { left, top: 20, width: Math.max(80, width - left - 16), height: height - 20 - 56 };
}

export function ValueAxis(props: {
  ticks: readonly number[];
  area: Area;
  data: ChartData;
  across: (value: number) => number;
}): ReactNode {
  const { ticks, area, data, across } = props;
  return (
    <g className="uih-chart-axis">
      {ticks.map((tick) => {
        const at = across(tick);
        return data.isSideways ? (
          <g key={tick}>
            <line x1={area.left + at} x2={area.left + at} y1={area.top} y2={area.top + area.height} />
            <text x={area.left + at} y={area.top + area.height + 16} textAnchor="middle">
              {sayNumber(tick)}
            </text>
          </g>
        ) : (
          <g key={tick}>
            <line
              x1={area.left}
              x2={area.left + area.width}
              y1={area.top + area.height - at}
              y2={area.top + area.height - at}
            />
            <text x={area.left - 6} y={area.top + area.height - at + 4} textAnchor="end">
              {sayNumber(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** About as many letters as there is room for; the table has the whole name. */
export function KeyLabel(props: { label: string; data: ChartData; area: Area; at: number; room: number }): ReactNode {
  const { label, data, area, at, room } = props;
  const letters = Math.max(2, Math.floor((data.isSideways ? area.left - 12 : room) / 6.5));
  const words = label.length > letters ? `${label.slice(0, letters - 1)}…` : label;
  return data.isSideways ? (
    <text className="uih-chart-key" x={area.left - 6} y={area.top + at + 4} textAnchor="end">
      {words}
    </text>
  ) : (
    <text className="uih-chart-key" x={area.left + at} y={area.top + area.height + 16} textAnchor="middle">
      {words}
    </text>
  );
}

export function Titles({ data, area, width }: { data: ChartData; area: Area; width: number }): ReactNode {
  const below = data.isSideways ? data.valueTitle : data.keyTitle;
  const beside = data.isSideways ? data.keyTitle : data.valueTitle;
  return (
    <g className="uih-chart-titles">
      <text x={area.left + area.width / 2} y={height - 8} textAnchor="middle">
        {below.slice(0, Math.floor(width / 7))}
      </text>
      <text transform={`translate(12 ${area.top + area.height / 2}) rotate(-90)`} textAnchor="middle">
        {beside.slice(0, 30)}
      </text>
    </g>
  );
}
