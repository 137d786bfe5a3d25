import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { addDecimal } from '../../apex/library/number/decimal-arithmetic.ts';
import { compareOf } from '../../apex/run/values.ts';
import { convertPlain } from '../schema/formula/convert-result.ts';
import { evaluateFormula } from '../schema/formula/evaluate-formula.ts';
import type { RollUp } from '../schema/field-schema.ts';
import type { ComputeField } from './computed-fields.ts';
import { matchFilter } from './match-filter.ts';
import { scopeOf, type FormulaWorld } from './record-scope.ts';
import type { RecordSource, StoredRecord } from './stored-record.ts';

/** How the formulas and roll-up summaries of an org are worked out. */
export function computeWith(world: FormulaWorld): ComputeField {
  return (field, object, record, source) => {
    if (field.rollUp !== null) {
      return sumUp(field.rollUp, record, source);
    }
    const scope = { ...scopeOf(object, record, source, world), blanksAreZero: field.blanksAreZero };
    return convertPlain(evaluateFormula(field.formula ?? '', scope), field);
  };
}

function sumUp(rollUp: RollUp, parent: StoredRecord, source: RecordSource): unknown {
  const foreign = rollUp.foreignField.toLowerCase();
  const children = [...source.recordsOf(rollUp.childObject)].filter(
    (each) =>
      !each.isDeleted &&
      String(each.fields.get(foreign)) === parent.id &&
      rollUp.filters.every((filter) => matchFilter(filter, each)),
  );
  if (rollUp.operation === 'count') {
    return new ApexDecimal(BigInt(children.length), 0);
  }
  const values = children
    .map((each) => each.fields.get((rollUp.summarizedField ?? '').toLowerCase()))
    .filter((value) => value !== null && value !== undefined);
  if (rollUp.operation === 'sum') {
    return values.reduce<ApexDecimal>((sum, value) => addDecimal(sum, value as ApexDecimal), new ApexDecimal(0n, 0));
  }
  const sorted = values.toSorted(compareOf);
  return (rollUp.operation === 'min' ? sorted[0] : sorted.at(-1)) ?? null;
}
