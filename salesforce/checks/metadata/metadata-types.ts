import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { CheckFailure } from '../check-failure.ts';
import { packageFolder } from '../install-packages.ts';

/** What may stand in an element. */
export type Shape =
  | { kind: 'text' | 'number' | 'boolean' }
  | { kind: 'words'; words: ReadonlySet<string> }
  | { kind: 'elements'; elements: ReadonlyMap<string, ElementRule> };
export type ElementRule = { type: string; isRepeated: boolean; isRequired: boolean };

/** Every type of metadata by its name, as Salesforce's own description of its interface has them. */
export type MetadataTypes = ReadonlyMap<string, Shape>;

const textTypes = ['string', 'unknown', 'any', 'Date', 'Buffer', 'object'];
const keywords: Readonly<Record<string, Shape>> = {
  number: { kind: 'number' },
  boolean: { kind: 'boolean' },
  ...Object.fromEntries(textTypes.map((name) => [name, { kind: 'text' }])),
};

/**
 * Reads the types from `@salesforce/types`, which is made from the interface itself.
 *
 * Example: `readMetadataTypes().get('CustomField')` has the element `label`.
 */
export function readMetadataTypes(): MetadataTypes {
  const file = path.join(packageFolder('@salesforce/types'), 'lib', 'metadata.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const types = new Map<string, Shape>(Object.entries(keywords));
  const bases: Record<string, ts.TypeNode> = {};
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement)) bases[statement.name.text] = statement.type;
  }
  for (const [name, type] of Object.entries(bases)) types.set(name, readShape(type, bases, source));
  return types;
}

function readShape(type: ts.TypeNode, bases: Readonly<Record<string, ts.TypeNode>>, source: ts.SourceFile): Shape {
  if (ts.isIntersectionTypeNode(type)) {
    const parts = type.types.map((part) => readShape(part, bases, source));
    const elements = parts.flatMap((part) => (part.kind === 'elements' ? [...part.elements] : []));
    if (parts.every((part) => part.kind === 'elements')) return { kind: 'elements', elements: new Map(elements) };
  }
  if (ts.isTypeReferenceNode(type)) {
    const named = bases[type.getText(source)];
    if (named !== undefined) return readShape(named, bases, source);
  }
  if (ts.isTypeLiteralNode(type)) {
    return { kind: 'elements', elements: new Map(type.members.map((member) => readElement(member, source))) };
  }
  const words = ts.isUnionTypeNode(type) ? type.types : [type];
  const literals = words.flatMap((word) =>
    ts.isLiteralTypeNode(word) && ts.isStringLiteral(word.literal) ? [word.literal.text] : [],
  );
  if (literals.length === words.length) return { kind: 'words', words: new Set(literals) };
  return keywords[type.getText(source)] ?? unknownShape(type.getText(source));
}

function readElement(member: ts.TypeElement, source: ts.SourceFile): [string, ElementRule] {
  if (!ts.isPropertySignature(member) || member.type === undefined) return unknownShape(member.getText(source));
  const isRepeated = ts.isArrayTypeNode(member.type);
  const type = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
  // "null" stands for an element that may be empty.
  const name = type.getText(source).replace(/ \| null$/, '');
  const isRequired = !isRepeated && member.questionToken === undefined;
  return [member.name.getText(source).replace(/^['"]|['"]$/g, ''), { type: name, isRepeated, isRequired }];
}

function unknownShape(text: string): never {
  throw new CheckFailure(
    'APC012',
    `@salesforce/types describes metadata by "${text.slice(0, 80)}", which this check does not read.`,
    'Teach salesforce/checks/metadata/metadata-types.ts to, or go back to the version of the lock file.',
  );
}
