import ts from 'typescript';

/** What a script imports or requires, each name once, in the order in which it stands there. */
export function importsOf(script: string): string[] {
  const { importedFiles } = ts.preProcessFile(script, true, true);
  return [...new Set(importedFiles.map(({ fileName }) => fileName))];
}

/** The package of an imported name. packageOf('@hubspot/ui-extensions/crm') → '@hubspot/ui-extensions'. */
export function packageOf(name: string): string {
  const [first, second] = name.split('/');
  return name.startsWith('@') && second !== undefined ? `${first}/${second}` : first!;
}

/**
 * The name under which a script has something of a package; null where it does not import it.
 *
 * localNameOf("import { hubspot as h } from '@hubspot/ui-extensions'", 'hubspot', '@hubspot/ui-extensions') → 'h'
 */
export function localNameOf(script: string, exported: string, packageName: string): string | null {
  const clauses = script.matchAll(
    /\bimport\s*(?:[\w$]+\s*,\s*)?(\{[^}]*\}|\*\s*as\s+[\w$]+)\s*from\s*["']([^"']+)["']/g,
  );
  for (const [, clause, from] of clauses) {
    if (from !== packageName) continue;
    const all = /^\*\s*as\s+([\w$]+)$/.exec(clause!)?.[1];
    if (all !== undefined) return `${all}.${exported}`;
    for (const part of clause!.slice(1, -1).split(',')) {
      const [name, as, local] = part.trim().split(/\s+/);
      if (name === exported) return as === 'as' && local !== undefined ? local : exported;
    }
  }
  return null;
}
