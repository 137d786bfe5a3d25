import type { SoqlBind } from '../nodes.ts';
import type { Cursor } from './cursor.ts';
import { takeExpression } from './expressions.ts';
import { inDoubt } from './in-doubt.ts';

const aggregates = new Set(['count', 'count_distinct', 'min', 'max', 'sum', 'avg', 'tolabel', 'format']);
const days = new Set(['yesterday', 'today', 'tomorrow']);

/**
 * Checks a query of one object without subqueries, clause by clause, and lists what is bound in it. It reads to where the
 * closing bracket has to stand.
 */
export function takeSelect(cursor: Cursor, binds: SoqlBind[]): void {
  const queryStart = cursor.tokenAt(cursor.position - 1).end;
  const takeBind = (): void => {
    const { start } = cursor.token;
    cursor.expects(':');
    const value = takeExpression(cursor);
    const { end } = cursor.tokenAt(cursor.position - 1);
    binds.push({ start: start - queryStart, end: end - queryStart, value });
  };
  cursor.expects('select');
  takeList(cursor, () => takeSelected(cursor));
  cursor.expects('from');
  takeField(cursor);
  if (cursor.passes('where')) {
    takeConditions(cursor, takeBind);
  }
  if (cursor.passes('with') && !/^(?:security_enforced|user_mode|system_mode)$/.test(cursor.take().name)) {
    inDoubt();
  }
  if (cursor.passes('group')) {
    cursor.expects('by');
    takeList(cursor, () => takeField(cursor));
  }
  if (cursor.passes('order')) {
    cursor.expects('by');
    takeList(cursor, () => takeOrder(cursor));
  }
  for (const word of ['limit', 'offset']) {
    if (cursor.passes(word)) {
      takeCount(cursor, takeBind);
    }
  }
  if (cursor.passes('all')) {
    cursor.expects('rows');
  }
  if (cursor.passes('for')) {
    cursor.expects('update');
  }
}

function takeList(cursor: Cursor, takeOne: () => void): void {
  do {
    takeOne();
  } while (cursor.passes(','));
}

function takeField(cursor: Cursor): void {
  do {
    cursor.takeName();
  } while (cursor.passes('.'));
}

/** A field or a function of one, with an alias. */
function takeSelected(cursor: Cursor): void {
  if (cursor.next.name === '(') {
    if (!aggregates.has(cursor.token.name)) {
      inDoubt();
    }
    const isCount = cursor.take().name === 'count';
    cursor.take();
    if (!(isCount && cursor.sees(')'))) {
      takeField(cursor);
    }
    cursor.expects(')');
  } else {
    takeField(cursor);
  }
  if (!cursor.sees('from') && cursor.token.kind === 'word') {
    cursor.takeName();
  }
}

/** Conditions are joined by one word only; different ones need parentheses. */
function takeConditions(cursor: Cursor, takeBind: () => void): void {
  if (cursor.passes('not')) {
    takeCondition(cursor, takeBind);
    return;
  }
  takeCondition(cursor, takeBind);
  const word = cursor.sees('and') ? 'and' : 'or';
  while (cursor.passes(word)) {
    takeCondition(cursor, takeBind);
  }
}

function takeCondition(cursor: Cursor, takeBind: () => void): void {
  if (cursor.passes('(')) {
    takeConditions(cursor, takeBind);
    cursor.expects(')');
    return;
  }
  takeField(cursor);
  takeComparison(cursor);
  takeValue(cursor, takeBind);
}

function takeComparison(cursor: Cursor): void {
  const { name } = cursor.take();
  if (name === '<' || name === '>') {
    cursor.passes('=');
  } else if (name === 'not') {
    cursor.expects('in');
  } else if (!/^(?:=|!=|<>|like|in|includes|excludes)$/.test(name)) {
    inDoubt();
  }
}

function takeValue(cursor: Cursor, takeBind: () => void): void {
  if (cursor.sees(':')) {
    takeBind();
  } else if (cursor.passes('(')) {
    takeList(cursor, () => takeValue(cursor, takeBind));
    cursor.expects(')');
  } else {
    cursor.passes('-');
    const { kind, name } = cursor.take();
    const isNumber = kind === 'number' && !/[ld]$/i.test(name);
    const isWord = kind === 'word' && (days.has(name) || /^(?:null|true|false)$/.test(name));
    const follows = cursor.tokenAt(cursor.position - 2).name;
    if (!isNumber && (follows === '-' || !(isWord || kind === 'string'))) {
      inDoubt();
    }
  }
}

function takeOrder(cursor: Cursor): void {
  takeField(cursor);
  if (!cursor.passes('asc')) {
    cursor.passes('desc');
  }
  if (cursor.passes('nulls') && !cursor.passes('first')) {
    cursor.expects('last');
  }
}

function takeCount(cursor: Cursor, takeBind: () => void): void {
  if (cursor.sees(':')) {
    takeBind();
  } else if (!/^\d+$/.test(cursor.take().name)) {
    inDoubt();
  }
}
