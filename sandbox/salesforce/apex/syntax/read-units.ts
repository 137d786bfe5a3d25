import type * as grammar from '@apexdevtools/apex-parser';
import type { Member, SourceUnit, Statement } from './nodes.ts';
import { readMember, readTypeDeclaration } from './read-declarations.ts';
import { readModifiers } from './read-modifiers.ts';
import { isEmpty, readStatement, readVariables } from './read-statements.ts';
import { readType } from './read-types.ts';
import { placeOf, report, type Reading } from './reading.ts';

/** The one type of a class file; null where the file declares none. */
export function readClassUnit(reading: Reading, context: grammar.CompilationUnitContext): SourceUnit | null {
  const type = context.typeDeclaration();
  const declaration = readTypeDeclaration(reading, type, readModifiers(reading, type.modifier_list()));
  return declaration === null ? null : { kind: 'class', declaration };
}

/** A trigger with its events in lower case. */
export function readTriggerUnit(reading: Reading, context: grammar.TriggerUnitContext): SourceUnit {
  const block = context.triggerBlock();
  const { members, statements } = readBody(
    reading,
    block.triggerBlockMember_list().map((each) => ({
      context: each,
      declaration: each.triggerMemberDeclaration(),
    })),
  );
  return {
    kind: 'trigger',
    declaration: {
      place: placeOf(context),
      name: context.id(0).start.text,
      objectName: context.id(1).start.text,
      cases: context
        .triggerCase_list()
        .map((each) => (each.children ?? []).map((part) => part.getText().toLowerCase()).join(' ')),
      body: { kind: 'block', place: placeOf(block), statements },
      members,
    },
  };
}

export function readAnonymousUnit(reading: Reading, context: grammar.AnonymousUnitContext): SourceUnit {
  const parts = context.anonymousBlock().anonymousBlockMember_list();
  return {
    kind: 'anonymous',
    body: readBody(
      reading,
      parts.map((each) => ({ context: each, declaration: each.anonymousMemberDeclaration() })),
    ),
  };
}

type BodyPart = {
  readonly context: grammar.AnonymousBlockMemberContext | grammar.TriggerBlockMemberContext;
  readonly declaration: grammar.AnonymousMemberDeclarationContext | grammar.TriggerMemberDeclarationContext | null;
};

/** Declarations and statements, mixed. What looks like a field there is a local variable: its place in the order counts. */
function readBody(reading: Reading, parts: readonly BodyPart[]): { members: Member[]; statements: Statement[] } {
  const members: Member[] = [];
  const statements: Statement[] = [];
  for (const { context, declaration } of parts) {
    if (declaration === null) {
      statements.push(readStatement(reading, context.statement()));
      continue;
    }
    const modifiers = readModifiers(reading, context.modifier_list());
    const field = declaration.fieldDeclaration() as grammar.FieldDeclarationContext | null;
    if (field === null) {
      members.push(...readMember(reading, declaration, modifiers));
      continue;
    }
    if (modifiers.words.includes('static')) {
      report(
        reading,
        'APEX004',
        placeOf(context),
        'A variable outside of a class is declared static.',
        'Leave the modifier out, or declare the variable in a class.',
      );
    }
    statements.push({
      kind: 'local',
      place: placeOf(context),
      ...(isEmpty(modifiers) ? {} : { modifiers }),
      type: readType(reading, field.typeRef()),
      variables: readVariables(reading, field.variableDeclarators()),
    });
  }
  return { members, statements };
}
