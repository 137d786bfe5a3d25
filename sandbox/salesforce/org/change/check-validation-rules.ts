import { scopeOf } from '../records/record-scope.ts';
import type { RecordStore } from '../records/record-store.ts';
import { evaluateFormula } from '../schema/formula/evaluate-formula.ts';
import type { ChangeEnvironment } from './change-environment.ts';
import { changeError, type ChangeError } from './change-result.ts';
import type { Row } from './row.ts';

/** Every active rule whose condition is true, with its message at its field. */
export function checkValidationRules(
  row: Row,
  isNew: boolean,
  store: RecordStore,
  environment: ChangeEnvironment,
): ChangeError[] {
  const active = row.object.validationRules.filter((each) => each.isActive);
  if (active.length === 0) {
    return [];
  }
  const { object, working, before } = row;
  const record = { objectName: object.name, id: before?.id ?? '', fields: working.fields, isDeleted: false };
  const scope = scopeOf(object, record, store, environment, { isNew, before });
  return active
    .filter((rule) => evaluateFormula(rule.errorCondition, scope) === true)
    .map((rule) =>
      changeError(
        'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        rule.errorMessage,
        rule.errorField === null ? [] : [rule.errorField],
      ),
    );
}
