import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const appFolder = path.join(import.meta.dirname, '..', '..', '..', 'salesforce', 'app');

/** The platform runs two triggers of an object in no order, so what depends on an order is in one. */
test('each object has one trigger', () => {
  const files = readdirSync(appFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.trigger'),
  );
  const objects = files.map(
    (name) => /^trigger \w+ on (\w+)/m.exec(readFileSync(path.join(appFolder, name), 'utf8'))?.[1],
  );
  expect(objects).not.toContain(undefined);
  expect(objects.toSorted()).toEqual([...new Set(objects)].toSorted());
  expect(objects).toContain('Lead');
});
