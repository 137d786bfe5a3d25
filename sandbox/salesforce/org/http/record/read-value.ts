import { refuse } from '../answer/rest-error.ts';
import type { Json } from '../json.ts';
import type { DescribedField } from '../org-behind-http.ts';

const dateForm = /^\d{4}-\d\d-\d\d(T.*)?$/;
const timeForm = /^\d\d:\d\d:\d\d(\.\d{1,3})?Z?$/;
const datetimeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;
const wholeForm = /^[+-]?\d{1,18}$/;
const numberForm = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/**
 * The value of a field as a JSON body gives it, in the form that the org takes; a value of another type is refused:
 * readJsonValue(NumberOfEmployees, "12") → 12.
 */
export function readJsonValue(field: Pick<DescribedField, 'type'>, value: Json): Json {
  return value === null ? null : (readTyped(field.type, value) ?? refuseType(field.type, value));
}

function readTyped(type: string, value: Json): Json {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : readWord(value);
    case 'int':
    case 'long':
      return readNumber(value, wholeForm, Number.isInteger);
    case 'double':
    case 'currency':
    case 'percent':
      return readNumber(value, numberForm, Number.isFinite);
    case 'date':
      return ifForm(value, dateForm, (text) => (isDay(text) ? text.slice(0, 10) : null));
    case 'datetime':
      return ifForm(value, datetimeForm, readMoment) ?? ifForm(value, /^\d{4}-\d\d-\d\d$/, readMoment);
    case 'time':
      return ifForm(value, timeForm, (text) => text);
    case 'anyType':
      return value;
    default:
      return typeof value === 'string' ? value : null;
  }
}

function readWord(value: Json): Json {
  return value === 'true' ? true : value === 'false' ? false : null;
}

function readNumber(value: Json, form: RegExp, isFit: (number: number) => boolean): Json {
  const number = typeof value === 'string' && form.test(value) ? Number(value) : value;
  return typeof number === 'number' && isFit(number) ? number : null;
}

function ifForm(value: Json, form: RegExp, read: (text: string) => Json): Json {
  return typeof value === 'string' && form.test(value) ? read(value) : null;
}

/** Whether the calendar has the day: 2026-02-30 is none. */
function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** In UTC as the org takes it: "2026-11-21T11:00:00+01:00" → "2026-11-21T10:00:00.000+0000". */
function readMoment(text: string): Json {
  const zoned = text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const time = Date.parse(zoned);
  return Number.isNaN(time) || !isDay(text) ? null : new Date(time).toISOString().replace('Z', '+0000');
}

function refuseType(type: string, value: Json): never {
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return refuse(
    400,
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${type} from ${tokenOf(value)} value ${shown} or request may be missing a required field`,
  );
}

function tokenOf(value: Json): string {
  switch (typeof value) {
    case 'string':
      return 'VALUE_STRING';
    case 'number':
      return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
    case 'boolean':
      return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
    default:
      return Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT';
  }
}
