import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { sortFindings } from '../../../hubspot/projects/validate/finding.ts';
import { validateProject } from '../../../hubspot/projects/validate/validate-project.ts';
import { buildWithFixtures } from './built-projects.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Every place of a JSON value, as keys from the outside in. */
function placesOf(json: Json, at: string[] = []): string[][] {
  if (typeof json !== 'object' || json === null) return [at];
  return [at, ...Object.entries(json).flatMap(([key, value]) => placesOf(value, [...at, key]))];
}

function replaced(json: Json, [key, ...rest]: string[], value: Json): Json {
  if (key === undefined) return value;
  if (Array.isArray(json))
    return json.map((each, place) => (String(place) === key ? replaced(each, rest, value) : each));
  const object = json as { [key: string]: Json };
  return { ...object, [key]: replaced(object[key]!, rest, value) };
}

test('whatever stands in a file of JSON, it is looked at without an exception and always in the same way', async () => {
  const features = { marketplace: ['agent-tool', 'app-object', 'app-event'], private: ['webhooks'] } as const;
  const good = await Promise.all(
    (['marketplace', 'private'] as const).map(async (edition) => {
      const { files } = await buildWithFixtures({ edition, features: features[edition] });
      return files;
    }),
  );
  const targets = good.flatMap((files) =>
    [...files]
      .filter(([file]) => file.endsWith('.json'))
      .map(([file, text]) => ({ files, file, json: JSON.parse(text) as Json })),
  );
  const change = fc.constantFrom(...targets).chain(({ files, file, json }) =>
    fc.record({
      files: fc.constant(files),
      file: fc.constant(file),
      json: fc.constant(json),
      place: fc.constantFrom(...placesOf(json)),
      value: fc.oneof(
        fc.jsonValue() as fc.Arbitrary<Json>,
        fc.constantFrom('${PUBLIC_URL}', '${', '/app/../..', '{{}}'),
      ),
    }),
  );
  fc.assert(
    fc.property(change, ({ files, file, json, place, value }) => {
      const changed = new Map(files).set(file, JSON.stringify(replaced(json, place, value)));
      const findings = validateProject(changed);
      expect(sortFindings([...findings].reverse())).toEqual(findings);
    }),
    { numRuns: 300 },
  );
});
