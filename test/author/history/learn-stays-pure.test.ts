import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

test('what learns knows nothing of the database or of the folder that reads files with it', () => {
  const folder = path.resolve('core/src/author/learn');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const imports = files.flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)].map(
      ([, from]) => `${file}: ${from!}`,
    ),
  );
  expect(imports.length).toBeGreaterThan(50);
  expect(imports.filter((line) => /: (@duckdb|.*\/history\/)/.test(line))).toEqual([]);
});
