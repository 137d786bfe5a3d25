import type { Member, SourceUnit, Statement } from '../nodes.ts';
import type { SourceForm } from '../source-form.ts';
import { Cursor } from './cursor.ts';
import { takeMember, takeTypeDeclaration } from './declarations.ts';
import { inDoubt, InDoubt } from './in-doubt.ts';
import { takeModifiers } from './modifiers.ts';
import { splitTokens } from './split-tokens.ts';
import { startsLocal, takeLocal, takeStatement } from './statements.ts';
import { behindType } from './types.ts';

/**
 * Reads ordinary Apex without the grammar, whose tables take longer to warm up than most sources take to run. Null where
 * anything is unusual or wrong: the grammar then judges it, and says what is wrong. The trees are the same.
 */
export function readQuickly(text: string, form: SourceForm): SourceUnit | null {
  // Places count code points, which are not told apart here from the units of the text.
  if (/[\ud800-\udfff]/.test(text)) {
    return null;
  }
  try {
    const cursor = new Cursor(text, splitTokens(text));
    const unit = takeUnit(cursor, form);
    return cursor.token.kind === 'end' ? unit : null;
  } catch (error) {
    if (error instanceof InDoubt) {
      return null;
    }
    throw error;
  }
}

function takeUnit(cursor: Cursor, form: SourceForm): SourceUnit {
  switch (form) {
    case 'class':
      return { kind: 'class', declaration: takeTypeDeclaration(cursor, takeModifiers(cursor)) ?? inDoubt() };
    case 'trigger':
      return takeTrigger(cursor);
    case 'anonymous':
      return { kind: 'anonymous', body: takeBody(cursor) };
  }
}

function takeTrigger(cursor: Cursor): SourceUnit {
  const place = cursor.place();
  cursor.expects('trigger');
  const name = cursor.takeName();
  cursor.expects('on');
  const objectName = cursor.takeName();
  cursor.expects('(');
  const cases: string[] = [];
  do {
    const event = `${cursor.take().name} ${cursor.take().name}`;
    cases.push(/^(?:before|after) (?:insert|update|delete|undelete)$/.test(event) ? event : inDoubt());
  } while (cursor.passes(','));
  cursor.expects(')');
  const bodyPlace = cursor.place();
  cursor.expects('{');
  const { members, statements } = takeBody(cursor);
  cursor.expects('}');
  const body = { kind: 'block', place: bodyPlace, statements } as const;
  return { kind: 'trigger', declaration: { place, name, objectName, cases, body, members } };
}

/** Statements and declarations up to a closing brace or the end. */
function takeBody(cursor: Cursor): { members: Member[]; statements: Statement[] } {
  const members: Member[] = [];
  const statements: Statement[] = [];
  while (!cursor.sees('}') && cursor.token.kind !== 'end') {
    if (startsMember(cursor)) {
      members.push(...takeMember(cursor, takeModifiers(cursor)));
    } else if (startsLocal(cursor)) {
      const local = takeLocal(cursor);
      cursor.expects(';');
      statements.push(local.modifiers?.words.includes('static') ? inDoubt() : local);
    } else {
      statements.push(takeStatement(cursor));
    }
  }
  return { members, statements };
}

/** Whether a method, a property or a type stands behind the modifiers here. */
function startsMember(cursor: Cursor): boolean {
  const start = cursor.position;
  takeModifiers(cursor);
  const behindModifiers = cursor.position;
  cursor.moveTo(start);
  const { kind, name } = cursor.tokenAt(behindModifiers);
  if (kind === 'word' && /^(?:class|interface|enum)$/.test(name)) {
    return true;
  }
  const isVoid = kind === 'word' && name === 'void';
  const behind = isVoid ? behindModifiers + 1 : behindType(cursor, behindModifiers);
  return behind >= 0 && cursor.seesName(behind) && /^[({]$/.test(cursor.tokenAt(behind + 1).name);
}
