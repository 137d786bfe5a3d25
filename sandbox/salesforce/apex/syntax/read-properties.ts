import type * as grammar from '@apexdevtools/apex-parser';
import type { Accessor, Modifiers, PropertyDeclaration } from './nodes.ts';
import { readModifiers } from './read-modifiers.ts';
import { readBlock } from './read-statements.ts';
import { readType } from './read-types.ts';
import { placeOf, report, type Reading } from './reading.ts';

/** `public Integer size { get; private set { … } }`, each accessor at most once. */
export function readProperty(
  reading: Reading,
  context: grammar.PropertyDeclarationContext,
  modifiers: Modifiers,
): PropertyDeclaration {
  let getter: Accessor | null = null;
  let setter: Accessor | null = null;
  for (const each of context.propertyBlock_list()) {
    const get = each.getter() as grammar.GetterContext | null;
    const accessor = readAccessor(reading, each, get ?? each.setter());
    if ((get === null ? setter : getter) !== null) {
      const word = get === null ? 'set' : 'get';
      report(reading, 'APEX005', accessor.place, `The property has two ${word} accessors.`, 'Leave one of them out.');
    }
    if (get === null) {
      setter = accessor;
    } else {
      getter = accessor;
    }
  }
  return {
    kind: 'property',
    place: placeOf(context),
    name: context.id().start.text,
    modifiers,
    type: readType(reading, context.typeRef()),
    getter,
    setter,
  };
}

function readAccessor(
  reading: Reading,
  context: grammar.PropertyBlockContext,
  accessor: grammar.GetterContext | grammar.SetterContext,
): Accessor {
  const body = accessor.block() as grammar.BlockContext | null;
  return {
    place: placeOf(context),
    modifiers: readModifiers(reading, context.modifier_list()),
    body: body === null ? null : readBlock(reading, body),
  };
}
