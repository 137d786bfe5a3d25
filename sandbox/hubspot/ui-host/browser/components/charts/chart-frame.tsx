import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { ChartOptions } from '@hubspot/ui-extensions';
import { sayNumber, type ChartData } from '../../parts/chart-data.ts';

/** A drawing for those who see it, and its numbers as a table for everybody else. */
export function Chart(props: {
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
