import type { ReactNode } from 'react';
import type { ChartOptions, LineChartProps } from '@hubspot/ui-extensions';
import { readChart, sayNumber, ticksOf, type ChartData } from '../../parts/chart-data.ts';
import { KeyLabel, Titles, ValueAxis, areaOf, height } from './chart-axes.tsx';
import { Chart } from './chart-frame.tsx';

export function LineChart(props: LineChartProps): ReactNode {
  const data = readChart(props);
  return (
    <Chart data={data} options={props.options ?? {}} kind="Line chart">
      {(width) => <Lines data={data} width={width} options={props.options ?? {}} />}
    </Chart>
  );
}

function Lines({ data, width, options }: { data: ChartData; width: number; options: ChartOptions }): ReactNode {
  const stacked = data.series.map((series, index) => ({
    ...series,
    points: series.points
      .map((point) => {
        const below = data.isStacked
          ? data.series
              .slice(0, index)
              .reduce((sum, each) => sum + (each.points.find(({ key }) => key === point.key)?.value ?? 0), 0)
          : 0;
        return { ...point, top: point.value + below };
      })
      .toSorted((one, other) => one.at - other.at),
  }));
  const ticks = ticksOf(stacked.flatMap((each) => each.points.map((point) => point.top)));
  const area = areaOf(width, 56);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const places = data.keys.map((each) => each.at);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const inset = Math.min(40, area.width / 8);
  const along = (at: number): number =>
    last === first ? area.width / 2 : inset + ((at - first) / (last - first)) * (area.width - 2 * inset);
  const across = (value: number): number => ((value - low) / (high - low)) * area.height;
  const x = (at: number): number => area.left + along(at);
  const y = (value: number): number => area.top + area.height - across(value);
  const room = area.width / Math.max(1, data.keys.length);
  return (
    <svg className="uih-chart-drawing" width={width} height={height} aria-hidden="true">
      <ValueAxis ticks={ticks} area={area} data={{ ...data, isSideways: false }} across={across} />
      {data.keys.map(({ key, label, at }) => (
        <KeyLabel
          key={key}
          label={label}
          data={{ ...data, isSideways: false }}
          area={area}
          at={along(at)}
          room={room}
        />
      ))}
      {stacked.map(({ name, color, points }) => (
        <g key={name}>
          <polyline
            points={points.map((each) => `${x(each.at)},${y(each.top)}`).join(' ')}
            fill="none"
            stroke={color}
            strokeWidth="2"
          />
          {points.map((each) => (
            <g key={each.key}>
              <circle cx={x(each.at)} cy={y(each.top)} r="3.5" fill={color}>
                {options.showTooltips === true ? (
                  <title>{`${name}, ${each.label}: ${sayNumber(each.value)}`}</title>
                ) : null}
              </circle>
              {options.showDataLabels === true ? (
                <text className="uih-chart-label" x={x(each.at)} y={y(each.top) - 8} textAnchor="middle">
                  {sayNumber(each.value)}
                </text>
              ) : null}
            </g>
          ))}
        </g>
      ))}
      <Titles data={{ ...data, isSideways: false }} area={area} width={width} />
    </svg>
  );
}
