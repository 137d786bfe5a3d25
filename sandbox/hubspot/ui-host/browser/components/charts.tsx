import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { BarChartProps, ChartOptions, LineChartProps } from '@hubspot/ui-extensions';
import { readChart, sayNumber, ticksOf, type ChartData } from '../parts/chart-data.ts';

type Area = { left: number; top: number; width: number; height: number };

const height = 280;

export function BarChart(props: BarChartProps): ReactNode {
  const data = readChart(props);
  return (
    <Chart data={data} options={props.options ?? {}} kind="Bar chart">
      {(width) => <Bars data={data} width={width} options={props.options ?? {}} />}
    </Chart>
  );
}

export function LineChart(props: LineChartProps): ReactNode {
  const data = readChart(props);
  return (
    <Chart data={data} options={props.options ?? {}} kind="Line chart">
      {(width) => <Lines data={data} width={width} options={props.options ?? {}} />}
    </Chart>
  );
}

/** A drawing for those who see it, and its numbers as a table for everybody else. */
function Chart(props: {
  data: ChartData;
  options: ChartOptions;
  kind: string;
  children: (width: number) => ReactNode;
}): ReactNode {
  const { data, options, kind, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = box.current!;
    const measure = (): void => setWidth(Math.max(200, element.clientWidth));
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  const title = options.title ?? `${kind}: ${data.valueTitle} by ${data.keyTitle}`;
  return (
    <figure className="uih-chart" aria-labelledby={titleId}>
      <figcaption id={titleId} className={options.title === undefined ? 'uih-hidden' : 'uih-chart-title'}>
        {title}
      </figcaption>
      {options.showLegend === true ? (
        <ul className="uih-chart-legend">
          {data.series.map(({ name, color }) => (
            <li key={name}>
              <span className="uih-chart-swatch" style={{ background: color }} aria-hidden="true" />
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      <div ref={box} className="uih-chart-box">
        {width === 0 ? null : children(width)}
      </div>
      <details className="uih-chart-data">
        <summary>Numbers of this chart</summary>
        <div className="uih-table-scroll" role="group" aria-label="Numbers" tabIndex={0}>
          <table className="uih-table uih-table-compact">
            <thead>
              <tr>
                <th scope="col">{data.keyTitle}</th>
                {data.series.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.keys.map(({ key, label }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  {data.series.map(({ name, points }) => (
                    <td key={name}>
                      {points
                        .filter((each) => each.key === key)
                        .map((each) => sayNumber(each.value))
                        .join(', ')}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
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

  const bars = data.keys.flatMap(({ key }, row) => {
    let base = 0;
    return data.series.flatMap((series, column) => {
      const point = series.points.find((each) => each.key === key);
      if (point === undefined) return [];
      const from = data.isStacked ? base : 0;
      const to = from + point.value;
      base = to;
      const start = row * along + along * 0.15 + (data.isStacked ? 0 : column * thickness);
      const [one, other] = [across(Math.min(from, to)), across(Math.max(from, to))];
      const shape = data.isSideways
        ? { x: area.left + one, y: area.top + start, width: other - one, height: thickness }
        : { x: area.left + start, y: area.top + area.height - other, width: thickness, height: other - one };
      const middle = data.isSideways
        ? { x: shape.x + shape.width + 4, y: shape.y + thickness / 2 + 4, textAnchor: 'start' as const }
        : { x: shape.x + thickness / 2, y: shape.y - 4, textAnchor: 'middle' as const };
      return [
        <g key={`${key} ${series.name}`}>
          <rect {...shape} fill={series.color}>
            {options.showTooltips === true ? (
              <title>{`${series.name}, ${point.label}: ${sayNumber(point.value)}`}</title>
            ) : null}
          </rect>
          {options.showDataLabels === true ? (
            <text className="uih-chart-label" {...middle}>
              {sayNumber(point.value)}
            </text>
          ) : null}
        </g>,
      ];
    });
  });
  return (
    <svg className="uih-chart-drawing" width={width} height={height} aria-hidden="true">
      <ValueAxis ticks={ticks} area={area} data={data} across={across} />
      {data.keys.map(({ key, label }, row) => (
        <KeyLabel key={key} label={label} data={data} area={area} at={row * along + along / 2} room={along} />
      ))}
      {bars}
      <Titles data={data} area={area} width={width} />
    </svg>
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

function areaOf(width: number, left: number): Area {
  return { left, top: 20, width: Math.max(80, width - left - 16), height: height - 20 - 56 };
}

function ValueAxis(props: {
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
function KeyLabel(props: { label: string; data: ChartData; area: Area; at: number; room: number }): ReactNode {
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

function Titles({ data, area, width }: { data: ChartData; area: Area; width: number }): ReactNode {
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
