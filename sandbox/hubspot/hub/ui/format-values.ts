import * as z from 'zod';
import { showValue } from '../../pages/show-value.ts';
import type { KnownType } from '../../records/portal-schema.ts';
import type { PortalRecords } from '../../records/portal-records.ts';
import type { FormatWishes, JsonValue, PropertyValues } from '../../ui-host/ports/host-ports.ts';

const how = z.looseObject({ relative: z.boolean().default(false) }).prefault({});
const optionsSchema = z
  .looseObject({ date: how, dateTime: how })
  .catch({ date: { relative: false }, dateTime: { relative: false } });

/** The values that a reader is to read, in their words; the others as they are. */
export function formatWished(
  records: PortalRecords,
  type: KnownType,
  values: PropertyValues,
  { propertiesToFormat, formattingOptions }: FormatWishes,
): PropertyValues {
  const isWished = (name: string): boolean => propertiesToFormat === 'all' || propertiesToFormat.includes(name);
  return formatValues(records, type, values, formattingOptions, isWished);
}

/** Options by their labels, owners by their names, instants in the portal's time, or how long ago they were. */
export function formatValues(
  records: PortalRecords,
  type: KnownType,
  values: PropertyValues,
  options: JsonValue,
  isWished: (name: string) => boolean = () => true,
): PropertyValues {
  const { date, dateTime } = optionsSchema.parse(options);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const definition = type.definitions.get(name);
      if (value === null || definition === undefined || !isWished(name)) return [name, value];
      const isRelative =
        (definition.type === 'date' && date.relative) || (definition.type === 'datetime' && dateTime.relative);
      return [name, isRelative ? showAge(records.now, value) : showValue(records, definition, value)];
    }),
  );
}

const steps: readonly [unit: Intl.RelativeTimeFormatUnit, millis: number][] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `2 days ago`. A value that is no instant stays as it is. */
function showAge(now: number, value: string): string {
  const at = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  if (Number.isNaN(at)) return value;
  const [unit, millis] = steps.find(([, step]) => Math.abs(at - now) >= step) ?? ['second', 1000];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round((at - now) / millis), unit);
}
