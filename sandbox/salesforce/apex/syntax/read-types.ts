import type {
  CreatedNameContext,
  QualifiedNameContext,
  TypeListContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { TypeName } from './nodes.ts';
import { placeOf, report, type Context, type Reading } from './reading.ts';

/** A type as written, with arrays as lists: `Integer[][]` is List<List<Integer>>. */
export function readType(reading: Reading, context: TypeRefContext): TypeName {
  const parts = context.typeName_list();
  const name = nameWithArguments(
    reading,
    context,
    parts.map((each) => each.start.text),
    parts.map((each) => each.typeArguments()?.typeList() ?? null),
  );
  let type = name;
  for (let depth = context.arraySubscripts().LBRACK_list().length; depth > 0; depth -= 1) {
    type = listOfType(type);
  }
  return type;
}

/** The types of `implements A, B` and of `<A, B>`. */
export function readTypes(reading: Reading, context: TypeListContext | null): TypeName[] {
  return context === null ? [] : context.typeRef_list().map((each) => readType(reading, each));
}

/** The type behind `new`, without what follows it: `Map<String, Id>` of `new Map<String, Id>()`. */
export function readCreatedType(reading: Reading, context: CreatedNameContext): TypeName {
  const parts = context.idCreatedNamePair_list();
  return nameWithArguments(
    reading,
    context,
    parts.map((each) => each.anyId().start.text),
    parts.map((each) => each.typeList() ?? null),
  );
}

/** A dotted name without type arguments, as a type. */
export function readQualifiedType(context: QualifiedNameContext): TypeName {
  return { place: placeOf(context), parts: readQualifiedName(context), args: [] };
}

/** `a.b.c` → ["a", "b", "c"]. */
export function readQualifiedName(context: QualifiedNameContext): string[] {
  return context.id_list().map((each) => each.start.text);
}

/** List<element>, standing where its element stands. */
export function listOfType(element: TypeName): TypeName {
  return { place: element.place, parts: ['List'], args: [element] };
}

function nameWithArguments(
  reading: Reading,
  context: Context,
  parts: readonly string[],
  lists: readonly (TypeListContext | null)[],
): TypeName {
  if (lists.slice(0, -1).some((each) => each !== null)) {
    report(
      reading,
      'APEX002',
      placeOf(context),
      `${parts.join('.')} has type arguments before its last part.`,
      'Write type arguments behind the last name only: no type of Apex is declared inside a generic one.',
    );
  }
  return { place: placeOf(context), parts, args: readTypes(reading, lists.at(-1) ?? null) };
}
