import type { PropertyDefinition } from './property-definition.ts';
import { readInstant, writeInstant } from './read-instant.ts';
import type { ValueProblem } from './record-refusal.ts';

/** What a property can be set to, where the portal rather than its definition knows. */
export type AllowedValues = {
  /** The ids of owners who are active, of pipelines, or of stages. */
  allowedFor(definition: PropertyDefinition): readonly { readonly value: string; readonly label: string }[];
};

export type CheckedValue = { readonly value: string } | { readonly problem: ValueProblem };

/** HubSpot keeps at most so many characters of a value. */
export const longestValue = 65_536;

const emailAddress =
  /^[^\s@"(),:;<>[\\\]]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,63}$/;
const domainProperties: ReadonlySet<string> = new Set(['domain']);

/**
 * A value as the portal keeps it: numbers without padding, instants in ISO 8601, e-mail addresses and domains in lower case.
 * The empty text takes a value away.
 */
export function checkValue(definition: PropertyDefinition, written: string, allowed: AllowedValues): CheckedValue {
  if (written === '') return { value: '' };
  if (written.length > longestValue) {
    return refuse(definition, 'VALUE_TOO_LONG', `Property value is longer than ${longestValue} characters.`);
  }
  switch (definition.type) {
    case 'string':
    case 'phone_number':
      return checkText(definition, written);
    case 'number':
      return checkNumber(definition, written);
    case 'datetime':
      return checkInstant(definition, written);
    case 'date':
      return checkDay(definition, written);
    case 'bool':
      return checkOptions(definition, written.toLowerCase(), definition.options);
    case 'enumeration':
      return checkOptions(definition, written, allowed.allowedFor(definition));
  }
}

function checkText(definition: PropertyDefinition, written: string): CheckedValue {
  if (definition.name === 'email') {
    const address = written.trim().toLowerCase();
    if (address.length <= 254 && emailAddress.test(address)) return { value: address };
    return refuse(definition, 'INVALID_EMAIL', `Email address ${written} is invalid`);
  }
  if (domainProperties.has(definition.name)) {
    return {
      value: written
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .replace(/\/.*$/, ''),
    };
  }
  return { value: written };
}

function checkNumber(definition: PropertyDefinition, written: string): CheckedValue {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value) || !/^[-+.\deE\s]+$/.test(written)) {
    return refuse(definition, 'INVALID_NUMBER', `${written} was not a valid number.`);
  }
  // Ids are longer than a number can hold, so whole numbers stay as they were written.
  return { value: /^-?(0|[1-9]\d*)$/.test(written) ? written : String(value) };
}

function checkInstant(definition: PropertyDefinition, written: string): CheckedValue {
  const millis = readInstant(written);
  if (millis === null || Math.abs(millis) > 8.64e15) {
    return refuse(definition, 'INVALID_LONG', `${written} was not a valid long.`);
  }
  return { value: writeInstant(millis) };
}

function checkDay(definition: PropertyDefinition, written: string): CheckedValue {
  const millis = readInstant(written);
  if (millis === null || Math.abs(millis) > 8.64e15) {
    return refuse(definition, 'INVALID_DATE', `${written} was not a valid date.`);
  }
  const [date, time] = writeInstant(millis).split('T');
  if (time !== '00:00:00.000Z') {
    return refuse(definition, 'INVALID_DATE', `${written} is at ${time!.replace('Z', '')} UTC, not midnight!`);
  }
  return { value: date! };
}

function checkOptions(
  definition: PropertyDefinition,
  written: string,
  options: readonly { readonly value: string; readonly label: string }[],
): CheckedValue {
  const isSeveral = definition.fieldType === 'checkbox';
  const values = isSeveral ? written.split(';').filter((value) => value !== '') : [written];
  const unknown = values.find((value) => !options.some((option) => option.value === value));
  if (unknown === undefined) return { value: isSeveral ? values.join(';') : written };
  if (definition.optionsFrom === 'owners') {
    return refuse(definition, 'INVALID_OWNER_ID', `${unknown} is not a valid owner ID.`);
  }
  const names = options.map((option) => option.value).join(', ');
  return refuse(definition, 'INVALID_OPTION', `${unknown} was not one of the allowed options: [${names}]`);
}

function refuse(definition: PropertyDefinition, code: string, message: string): CheckedValue {
  return { problem: { property: definition.name, code, message } };
}
