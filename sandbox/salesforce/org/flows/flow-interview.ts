import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { addDecimal, compareDecimal, subtractDecimal } from '../../apex/library/number/decimal-arithmetic.ts';
import type { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';
import type { ChangeError } from '../change/change-result.ts';
import { idOfRecord } from '../change/row.ts';
import { scopeOf, type FormulaWorld } from '../records/record-scope.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { convertPlain } from '../schema/formula/convert-result.ts';
import { evaluateFormula } from '../schema/formula/evaluate-formula.ts';
import type { FormulaScope } from '../schema/formula/formula-scope.ts';
import { asFormulaValue, printValue, type FormulaValue } from '../schema/formula/formula-values.ts';
import { readLogic } from '../rules/read-criteria.ts';
import type { Flow, FlowAssignment, FlowCondition, FlowLogic, FlowValue } from './flow-tree.ts';

/** What a flow works with. */
export interface FlowWorld extends FormulaWorld {
  readonly store: RecordStore;
}

/** One run of a flow for one record. */
export class FlowInterview {
  readonly flow: Flow;
  readonly record: ApexSObject;
  readonly before: StoredRecord | null;
  /** Where it goes on; null where it is over. */
  at: string | null;
  failure: ChangeError | null = null;
  private readonly world: FlowWorld;
  private readonly values = new Map<string, FormulaValue>();

  constructor(flow: Flow, record: ApexSObject, before: StoredRecord | null, world: FlowWorld) {
    this.flow = flow;
    this.record = record;
    this.before = before;
    this.world = world;
    this.at = flow.first;
    for (const [name, value] of flow.variables) {
      this.values.set(name, this.valueOf(value));
    }
  }

  get id(): string {
    return idOfRecord(this.record) ?? '';
  }

  /** Whether the flow is to run for the record at all. */
  mayStart(): boolean {
    const { flow, before } = this;
    if (before === null ? !flow.onInsert : !flow.onUpdate) {
      return false;
    }
    const earlier =
      before !== null && flow.mustHaveChanged
        ? new FlowInterview(flow, recordAsBefore(this.record, before), null, this.world)
        : null;
    return this.meetsEntry() && earlier?.meetsEntry() !== true;
  }

  private meetsEntry(): boolean {
    const { entry, entryFormula } = this.flow;
    return entryFormula === null ? this.meets(entry) : this.evaluate(entryFormula) === true;
  }

  meets({ conditions, logic }: FlowLogic): boolean {
    const answers = conditions.map((each) => this.holds(each));
    switch (logic.toLowerCase()) {
      case 'and':
        return answers.every(Boolean);
      case 'or':
        return answers.some(Boolean);
      default: {
        const tests = answers.map((each) => () => each);
        return readLogic(logic, tests, this.flow.name)(this.stored());
      }
    }
  }

  private holds({ left, operator, right }: FlowCondition): boolean {
    if (operator === 'IsChanged') {
      return this.scope().isChanged(left) === (this.valueOf(right) === true);
    }
    const one = this.read(left);
    const other = this.valueOf(right);
    if (operator === 'IsNull' || operator === 'IsBlank') {
      return (one === null) === (other === true);
    }
    return compare(operator, one, other);
  }

  valueOf(value: FlowValue): FormulaValue {
    return value.kind === 'literal' ? value.value : this.read(value.path);
  }

  /** $Record.Field, $Record__Prior.Field, a variable, a formula, or an output of an action. */
  read(path: readonly string[]): FormulaValue {
    const name = path.join('.');
    const formula = this.flow.formulas.get(name);
    if (formula !== undefined) {
      return this.evaluate(formula);
    }
    const value = this.values.get(name);
    if (value !== undefined) {
      return value;
    }
    if (path.length === 1) {
      throw new Unsupported(`${name} as a whole, in a flow`, this.flow.name);
    }
    return asFormulaValue(this.scope().read(path));
  }

  private evaluate(expression: string): FormulaValue {
    return evaluateFormula(expression.replace(/\{!([^}]*)\}/g, '$1'), this.scope());
  }

  /** What formulas of the flow may name: those of the record stand behind $Record. */
  private scope(): FormulaScope {
    const { store } = this.world;
    const own = scopeOf(this.flow.object, this.stored(), store, this.world, {
      isNew: this.before === null,
      before: this.before,
    });
    const isOwn = (path: readonly string[]): boolean => path[0] === '$Record' || path[0] === '$Record__Prior';
    const read = (path: readonly string[]): unknown => {
      const [first = '', ...rest] = path;
      if (first === '$Record') return own.read(rest);
      if (first === '$Record__Prior') return this.before === null ? null : own.readPrior(rest);
      return first.startsWith('$') ? own.read(path) : this.read(path);
    };
    return {
      ...own,
      read,
      isKnown: (path) => (isOwn(path) ? own.isKnown(path.slice(1)) : true),
      readPrior: (path) => own.readPrior(isOwn(path) ? path.slice(1) : path),
      isChanged: (path) => own.isChanged(isOwn(path) ? path.slice(1) : path),
    };
  }

  private stored(): StoredRecord {
    const { record, flow } = this;
    return { objectName: flow.object.name, id: this.id, fields: record.fields, isDeleted: false };
  }

  /** Sets a field of the record or a variable. */
  assign({ target, operator, value }: FlowAssignment): void {
    const given = this.valueOf(value);
    const result = operator === 'Assign' ? given : reckon(operator, this.read(target), given);
    this.set(target, result);
  }

  set(target: readonly string[], value: FormulaValue): void {
    const [first = '', fieldName] = target;
    if (first !== '$Record' || fieldName === undefined) {
      this.values.set(target.join('.'), value);
      return;
    }
    const field = this.flow.object.fields.get(fieldName.toLowerCase());
    if (field === undefined) {
      throw new Error(`The flow ${this.flow.name} sets ${fieldName}, which ${this.flow.object.name} does not have.`);
    }
    this.record.fields.set(field.name.toLowerCase(), convertPlain(value, field));
  }
}

function recordAsBefore(record: ApexSObject, before: StoredRecord): ApexSObject {
  const earlier = Object.create(record) as ApexSObject;
  Object.defineProperty(earlier, 'fields', { value: before.fields });
  return earlier;
}

function reckon(operator: 'Add' | 'Subtract', one: FormulaValue, other: FormulaValue): FormulaValue {
  if (typeof one === 'string' && operator === 'Add') {
    return one + printValue(other);
  }
  const zero = new ApexDecimal(0n, 0);
  const [left, right] = [one ?? zero, other ?? zero];
  if (!(left instanceof ApexDecimal) || !(right instanceof ApexDecimal)) {
    throw new Unsupported(`${operator} of values that are no numbers, in a flow`, 'an assignment');
  }
  return operator === 'Add' ? addDecimal(left, right) : subtractDecimal(left, right);
}

/** Comparisons with what is empty are false, but for those with EqualTo and NotEqualTo. */
function compare(operator: string, one: FormulaValue, other: FormulaValue): boolean {
  const order = orderOf(one, other);
  switch (operator) {
    case 'EqualTo':
      return order === 0;
    case 'NotEqualTo':
      return order !== 0;
    case 'GreaterThan':
      return order !== null && order > 0;
    case 'GreaterThanOrEqualTo':
      return order !== null && order >= 0;
    case 'LessThan':
      return order !== null && order < 0;
    case 'LessThanOrEqualTo':
      return order !== null && order <= 0;
    case 'Contains':
      return one !== null && printValue(one).toLowerCase().includes(printValue(other).toLowerCase());
    case 'StartsWith':
      return one !== null && printValue(one).toLowerCase().startsWith(printValue(other).toLowerCase());
    default:
      return one !== null && printValue(one).toLowerCase().endsWith(printValue(other).toLowerCase());
  }
}

function orderOf(one: FormulaValue, other: FormulaValue): number | null {
  if (one === null || other === null) {
    return one === other ? 0 : null;
  }
  if (one instanceof ApexDecimal && other instanceof ApexDecimal) {
    return compareDecimal(one, other);
  }
  const [left, right] = [printValue(one), printValue(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}
