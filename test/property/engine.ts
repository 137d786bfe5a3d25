import { rmSync } from 'node:fs';
import path from 'node:path';
import { jest } from '@jest/globals';
import * as decide from '../../core/src/decide/index.ts';
import * as settle from '../../core/src/decide/route/settle-ledger.ts';
import * as take from '../../core/src/decide/intake/take-in.ts';
import * as turn from '../../core/src/decide/route/take-turn.ts';
import * as logic from '../../core/src/decide/model/read-logic.ts';
import { buildChecked } from '../../tools/checked-arithmetic/build.ts';

/** What the properties ask of an engine, so that each of them holds for the source and for the checked build alike. */
export type Engine = typeof decide & typeof settle & typeof take & typeof turn & typeof logic;

export const sourceEngine: Engine = { ...decide, ...settle, ...take, ...turn, ...logic };

const root = path.join(__dirname, '../..');
const checkedFolder = path.join(root, '.cache/checked-decide');
const modules = [
  'index.ts',
  'route/settle-ledger.ts',
  'intake/take-in.ts',
  'route/take-turn.ts',
  'model/read-logic.ts',
];

/** The same engine with every whole-number operation checked: a sum that leaves its width throws ARI001. */
export function buildCheckedEngine(): Engine {
  rmSync(checkedFolder, { recursive: true, force: true });
  buildChecked(path.join(root, 'core/src/decide'), checkedFolder);
  const parts = modules.map((name) => jest.requireActual<Partial<Engine>>(path.join(checkedFolder, name)));
  return Object.assign({}, ...parts) as Engine;
}
