import type { ReactNode, SVGProps } from 'react';
import type { BarChartProps, ChartOptions } from '@hubspot/ui-extensions';
import { readChart, sayNumber, ticksOf, type ChartData } from '../../parts/chart-data.ts';
import { KeyLabel, Titles, ValueAxis, areaOf, height } from './chart-axes.tsx';
import { Chart } from './chart-frame.tsx';

export function BarChart(props: BarChartProps): ReactNode {
  const data = readChart(props);
  return (
    <Chart data={data} options={props.options ?? {}} kind="Bar chart">
      {(width) => <Bars data={data} width={width} options={props.options ?? {}} />}
    </Chart>
  );
}

function Bars({ data, width, options }: { data: ChartData; width: number; options: ChartOptions }): ReactNode {
  const sums = data.keys.map(({ key }) =>
    data.series.reduce((sum, each) => sum + (each.points.find((point) => point.key === key)?.value ?? 0), 0),
  );
  const singles = data.series.flatMap((each) => each.points.map((point) => point.value));
  const ticks = ticksOf(data.isStacked ? sums : singles);
  const area = areaOf(width, data.isSideways ? Math.min(160, width / 3) : 56);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const along = (data.isSideways ? area.height : area.width) / Math.max(1, data.keys.length);
  const across = (value: number): number =>
    ((value - low) / (high - low)) * (data.isSideways ? area.width : area.height);
  const thickness = (along * 0.7) / (data.isStacked ? 1 : Math.max(1, data.series.length));

  const bars: ReactNode[] = [];
  const labels: ReactNode[] = [];
  data.keys.forEach(({ key }, row) => {
    let base = 0;
    data.series.forEach((series, column) => {
      const point = series.points.find((each) => each.key === key);
      if (point === undefined) return;
      const from = data.isStacked ? base : 0;
      const to = from + point.value;
      base = to;
      const start = row * along + along * 0.15 + (data.isStacked ? 0 : column * thickness);
      const [one, other] = [across(Math.min(from, to)), across(Math.max(from, to))];
      const shape = data.isSideways
        ? { x: area.left + one, y: area.top + start, width: other - one, height: thickness }
        : { x: area.left + start, y: area.top + area.height - other, width: thickness, height: other - one };
      bars.push(
        <rect key={`${key} ${series.name}`} {...shape} fill={series.color}>
          {options.showTooltips === true ? (
            <title>{`${series.name}, ${point.label}: ${sayNumber(point.value)}`}</title>
          ) : null}
        </rect>,
      );
      labels.push(
        <text key={`${key} ${series.name}`} {...labelPlace(shape, data)}>
          {sayNumber(point.value)}
        </text>,
      );
    });
  });
  return (
    <svg className="uih-chart-drawing" width={width} height={height} aria-hidden="true">
      <ValueAxis ticks={ticks} area={area} data={data} across={across} />
      {data.keys.map(({ key, label }, row) => (
        <KeyLabel key={key} label={label} data={data} area={area} at={row * along + along / 2} room={along} />
      ))}
      {bars}
      {options.showDataLabels === true ? labels : null}
      <Titles data={data} area={area} width={width} />
    </svg>
  );
}

type Bar = { x: number; y: number; width: number; height: number };

/** Within a bar that others are stacked upon, else at its end. */
function labelPlace(
  { x, y, width, height: tall }: Bar,
  { isStacked, isSideways }: ChartData,
): SVGProps<SVGTextElement> {
  if (isStacked) {
    return { x: x + width / 2, y: y + tall / 2 + 4, textAnchor: 'middle', className: 'uih-chart-label-inside' };
  }
  return isSideways
    ? { x: x + width + 4, y: y + tall / 2 + 4, textAnchor: 'start' }
    : { x: x + width / 2, y: y - 4, textAnchor: 'middle' };
}
