import path from 'node:path';

/** The longest class name that Salesforce's own tools accept. */
export const longestClassName = 40;

/** The outer class of a module: core/src/decide/route/take-turn.ts → SbxTakeTurn. */
export function classNameOf(fileName: string): string {
  const words = path.basename(fileName, '.ts').split('-');
  return `Sbx${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}
