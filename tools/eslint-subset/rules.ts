import type { SubsetRule } from './subset-rule.ts';
import { booleanConditions } from './rules/boolean-conditions.ts';
import { closedControlFlow } from './rules/closed-control-flow.ts';
import { closedMembers } from './rules/closed-members.ts';
import { closedOperators } from './rules/closed-operators.ts';
import { closedSyntax } from './rules/closed-syntax.ts';
import { closedTypes } from './rules/closed-types.ts';
import { noAsync } from './rules/no-async.ts';
import { noCaseTwins } from './rules/no-case-twins.ts';
import { noCasts } from './rules/no-casts.ts';
import { noClosures } from './rules/no-closures.ts';
import { noDestructuring } from './rules/no-destructuring.ts';
import { noExceptions } from './rules/no-exceptions.ts';
import { noFunctionValues } from './rules/no-function-values.ts';
import { noGlobals } from './rules/no-globals.ts';
import { noOptionals } from './rules/no-optionals.ts';
import { noOtherDeclarations } from './rules/no-other-declarations.ts';
import { noOwnGenerics } from './rules/no-own-generics.ts';
import { noPlatformTypes } from './rules/no-platform-types.ts';
import { noRegularExpressions } from './rules/no-regular-expressions.ts';
import { noReservedWords } from './rules/no-reserved-words.ts';
import { noSpread } from './rules/no-spread.ts';
import { noStringGrowth } from './rules/no-string-growth.ts';
import { noTaggedTemplates } from './rules/no-tagged-templates.ts';
import { nothingIsNull } from './rules/nothing-is-null.ts';
import { numericOperands } from './rules/numeric-operands.ts';
import { onlyNewMap } from './rules/only-new-map.ts';
import { plainKeys } from './rules/plain-keys.ts';
import { plainModules } from './rules/plain-modules.ts';
import { portableNames } from './rules/portable-names.ts';
import { wholeNumbers } from './rules/whole-numbers.ts';

/** In the order of their codes. */
export const subsetRules: readonly SubsetRule[] = [
  noOtherDeclarations,
  noClosures,
  noFunctionValues,
  noRegularExpressions,
  noGlobals,
  noAsync,
  noExceptions,
  closedTypes,
  noSpread,
  noDestructuring,
  noOwnGenerics,
  noOptionals,
  wholeNumbers,
  closedOperators,
  closedControlFlow,
  noTaggedTemplates,
  closedMembers,
  nothingIsNull,
  noStringGrowth,
  plainKeys,
  noCasts,
  noReservedWords,
  noPlatformTypes,
  portableNames,
  noCaseTwins,
  booleanConditions,
  numericOperands,
  plainModules,
  onlyNewMap,
  closedSyntax,
];
