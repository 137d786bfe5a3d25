import { chargeCharacters, chargeElements, chargeParsedCharacters, madeText } from '../../run/meter.ts';
import { textOf } from '../../run/values.ts';
import type { Implementation, Members } from '../define.ts';
import type { ApexList } from '../collection/apex-list.ts';
import type { ApexMap } from '../collection/apex-map.ts';
import { elementsOf } from '../collection/iteration.ts';
import { raise } from '../raise.ts';
import type { ApexDate } from '../time/apex-date.ts';
import type { ApexDatetime } from '../time/apex-datetime.ts';
import { printDate, printDatetime, printDatetimeGmt } from '../time/print-time.ts';
import { formatMessage } from './message-format.ts';
import { refuseNull } from './refuse-null.ts';

function format(pattern: string, given: ApexList): string {
  chargeParsedCharacters(pattern.length);
  chargeElements(given.items.length);
  return madeText(formatMessage(pattern, given.items.map(textOf)));
}

/** A null among the items leaves its place empty. */
function join(items: unknown, separator: string): string {
  if (typeof items !== 'object' || items === null || !('iterator$' in items)) {
    raise('System.IllegalArgumentException', 'String.join needs something that can be iterated.');
  }
  const texts: string[] = [];
  for (const each of elementsOf(items)) {
    texts.push(each === null ? '' : textOf(each));
  }
  const joined = texts.join(separator);
  chargeCharacters(joined.length);
  return madeText(joined);
}

/** `${name}` is the map's value; `$${` is a plain "${". */
function fillTemplate(text: string, values: ApexMap): string {
  chargeParsedCharacters(text.length);
  const filled = text.replace(/\$(\$\{)|\$\{([^}]*)\}/g, (_, plain: string | undefined, name: string | undefined) => {
    if (plain !== undefined) {
      return plain;
    }
    const key = name ?? '';
    if (!values.has(key)) {
      raise('System.StringException', `Missing value for template variable: ${key}`);
    }
    return textOf(values.get(key));
  });
  return madeText(filled);
}

const showValue: Implementation = (value: unknown) => (value === null ? null : madeText(textOf(value)));

/** Static methods of String that make one of other values. */
export const makingStatics: Members = {
  ...refuseNull({
    'String format(String stringToFormat, List<Object> formattingArguments)': format,
    'String join(Object iterableObj, String separator)': join,
  }),
  'String valueOf(Date dateToConvert)': (date: ApexDate | null) => (date === null ? null : printDate(date)),
  'String valueOf(Datetime datetimeToConvert)': (datetime: ApexDatetime | null) =>
    datetime === null ? null : printDatetime(datetime),
  'String valueOf(Decimal decimalToConvert)': showValue,
  'String valueOf(Double doubleToConvert)': showValue,
  'String valueOf(Integer integerToConvert)': showValue,
  'String valueOf(Long longToConvert)': showValue,
  'String valueOf(Object toConvert)': showValue,
  'String valueOfGmt(Datetime datetimeToConvert)': (datetime: ApexDatetime | null) =>
    datetime === null ? null : printDatetimeGmt(datetime),
};

/** Methods of String that fill in values. */
export const makingMethods: Members = refuseNull({ 'String template(Map<String, Object> values)': fillTemplate });
