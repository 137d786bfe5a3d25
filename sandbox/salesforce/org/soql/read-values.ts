import type * as grammar from '@apexdevtools/apex-parser';
import { readDecimalLiteral } from '../../apex/library/number/read-number.ts';
import { ApexDate } from '../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { ApexTime } from '../../apex/library/time/apex-time.ts';
import { dayOf, daysOf } from '../../apex/library/time/calendar.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';
import { raiseQuery } from './query-problems.ts';
import type { Value } from './query-tree.ts';
import { readSubQuery } from './read-query.ts';
import { readTextLiteral } from './read-text-literal.ts';

/** What stands right of an operator; `text` is the whole query, whose literals the grammar was not shown. */
export function readValue(context: grammar.ValueContext, text: string): Value {
  const query = context.subQuery();
  if (query) {
    return { kind: 'query', query: readSubQuery(query, text) };
  }
  const list = context.valueList();
  if (list) {
    return { kind: 'list', values: list.value_list().map((each) => readValue(each, text)) };
  }
  const bind = context.boundExpression();
  if (bind) {
    return readBind(bind);
  }
  const range = context.dateFormula();
  if (range) {
    const [name = '', count = '1'] = range.getText().split(':');
    return { kind: 'range', name: name.toUpperCase(), count: Number(count) };
  }
  return { kind: 'literal', value: readLiteral(context, text) };
}

function readLiteral(context: grammar.ValueContext, text: string): unknown {
  if (context.NULL()) {
    return null;
  }
  const written = context.getText();
  if (context.BooleanLiteral()) {
    return written.toLowerCase() === 'true';
  }
  if (context.signedNumber()) {
    return readDecimalLiteral(written.replace(/[dDlL]$/, ''));
  }
  const quoted = context.StringLiteral();
  if (quoted) {
    return readTextLiteral(text.slice(quoted.symbol.start, quoted.symbol.stop + 1));
  }
  if (context.DateLiteral()) {
    return new ApexDate(readDays(written));
  }
  if (context.DateTimeLiteral()) {
    return readDatetime(written);
  }
  if (context.TimeLiteral()) {
    return new ApexTime(readClock(written));
  }
  throw new Unsupported(`the value ${written}`, 'a query');
}

/** LIMIT and OFFSET. */
export function readBindOrWhole(context: grammar.LimitClauseContext | grammar.OffsetClauseContext): Value {
  const bind = context.boundExpression();
  return bind
    ? readBind(bind)
    : { kind: 'literal', value: readDecimalLiteral(context.IntegerLiteral()?.getText() ?? '') };
}

function readBind(context: grammar.BoundExpressionContext): Value {
  const name = context.expression().getText();
  return /^[A-Za-z_][\w.]*$/.test(name)
    ? { kind: 'bind', name }
    : raiseQuery('Only variable references are allowed in dynamic SOQL/SOSL.');
}

function readDays(written: string): number {
  const [year = 0, month = 0, day = 0] = written.split('-').map(Number);
  const days = daysOf(year, month, day);
  const read = dayOf(days);
  return read.month === month && read.day === day ? days : raiseQuery(`Invalid date: ${written}`);
}

const datetimeForm = /^(\d{4}-\d\d-\d\d)T(.*?)(Z|[+-]\d\d:?\d\d)$/i;

function readDatetime(written: string): ApexDatetime {
  const [, day = '', clock = '', zone = ''] = datetimeForm.exec(written) ?? raiseQuery(`Invalid datetime: ${written}`);
  const [, sign = '', hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return new ApexDatetime(readDays(day) * 86_400_000 + readClock(clock) - ahead);
}

function readClock(written: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = written.replace(/Z$/i, '').split(':').map(Number);
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}
