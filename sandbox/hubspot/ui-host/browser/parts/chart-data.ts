import type { ChartProps } from '@hubspot/ui-extensions';

/** A point of a chart: where it is along the axis of keys, and how much it is. */
export type ChartPoint = { key: string; label: string; at: number; value: number };

/** One bar or line through all keys. */
export type ChartSeries = { name: string; color: string; points: ChartPoint[] };

export type ChartData = {
  /** Labels along the axis of keys, in the order of the rows. */
  readonly keys: readonly { key: string; label: string; at: number }[];
  readonly series: readonly ChartSeries[];
  readonly keyTitle: string;
  readonly valueTitle: string;
  /** Whether values run to the right: the keys are on the y axis. */
  readonly isSideways: boolean;
  readonly isStacked: boolean;
};

const colors: Readonly<Record<string, string>> = {
  orange: '#c2571a',
  aqua: '#0a7c86',
  purple: '#7252b3',
  yellow: '#8a6d00',
  pink: '#bf3f78',
  blue: '#2f67c4',
  green: '#2b7a3d',
  darkOrange: '#8a3c0e',
  darkAqua: '#07545c',
  darkPurple: '#4c3384',
  darkYellow: '#5f4b00',
  darkPink: '#842953',
  darkBlue: '#1d4386',
  darkGreen: '#1c5229',
};

/** Reads rows into series; a value that is no number is left out. */
export function readChart({ data, axes, options }: ChartProps): ChartData {
  const rows = Array.isArray(data) ? data : data.data;
  const labels = Array.isArray(data) ? {} : (data.options?.propertyLabels ?? {});
  const isSideways = axes.y.fieldType !== 'linear' && axes.x.fieldType === 'linear';
  const keyAxis = isSideways ? axes.y : axes.x;
  const valueAxis = isSideways ? axes.x : axes.y;
  const group = axes.options?.groupFieldByColor;
  const say = (field: string, value: string | number): string => labels[field]?.[String(value)] ?? String(value);

  const keys = new Map<string, { key: string; label: string; at: number }>();
  const series = new Map<string, ChartPoint[]>();
  for (const row of rows) {
    const raw = row[keyAxis.field];
    const value = Number(row[valueAxis.field]);
    if (raw === undefined || row[valueAxis.field] === undefined || !Number.isFinite(value)) continue;
    const key = String(raw);
    const at = place(raw, keyAxis.fieldType, keys.size);
    const label = keyAxis.fieldType === 'datetime' ? sayDate(raw) : say(keyAxis.field, raw);
    if (!keys.has(key)) keys.set(key, { key, label, at });
    const name = group === undefined ? (valueAxis.label ?? valueAxis.field) : say(group, row[group] ?? '');
    const points = series.get(name) ?? [];
    points.push({ key, label, at: keys.get(key)!.at, value });
    series.set(name, points);
  }
  const wished = options?.colorList ?? options?.colors ?? [];
  const palette = [...wished, ...Object.keys(colors).filter((each) => !wished.some((wish) => wish === each))];
  const named: Readonly<Record<string, string>> = axes.options?.colors ?? {};
  return {
    keys: [...keys.values()],
    series: [...series].map(([name, points], index) => ({
      name,
      color: colors[named[name] ?? palette[index % palette.length]!] ?? colors['blue']!,
      points,
    })),
    keyTitle: keyAxis.label ?? keyAxis.field,
    valueTitle: valueAxis.label ?? valueAxis.field,
    isSideways,
    isStacked: axes.options?.stacking === true,
  };
}

function place(raw: string | number, type: string, count: number): number {
  if (type === 'linear') return Number(raw);
  if (type !== 'datetime') return count;
  const time = typeof raw === 'number' ? raw : Date.parse(raw);
  return Number.isFinite(time) ? time : count;
}

function sayDate(raw: string | number): string {
  const date = new Date(raw);
  if (Number.isNaN(date.getTime())) return String(raw);
  return new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    date,
  );
}

/** Round numbers that cover a range of values, zero among them. */
export function ticksOf(values: readonly number[]): number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_each, index) => Number(((first + index) * step).toPrecision(12)));
}

export function sayNumber(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);
}
