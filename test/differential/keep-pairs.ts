import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pairOf, valuesOf, type Pair, type PairValues } from './pair.ts';

/** A pair that is tried before all others, in every run: engines came apart over it once, or over something like it. */
export type KeptPair = { name: string; why: string; pair: Pair };

type KeptFile = { why: string } & PairValues;

const keptFolder = path.join(import.meta.dirname, 'kept');

/** Every kept pair, by name. loadKept()[0].why says what it is about. */
export function loadKept(folder: string = keptFolder): KeptPair[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const { why, ...values } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as KeptFile;
    return { name: name.slice(0, -'.json'.length), why, pair: pairOf(values) };
  });
}

/** Writes a pair into the folder, as values that people can read and change. keepPair({ name: 'dotless-i', why, pair }) */
export function keepPair({ name, why, pair }: KeptPair, folder: string = keptFolder): void {
  const text = JSON.stringify({ why, ...valuesOf(pair) }, null, 2).replace(
    /[^\n\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(path.join(folder, `${name}.json`), `${text}\n`);
}
