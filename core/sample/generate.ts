import { writeFileSync } from 'node:fs';
import { buildSample } from './build-sample.ts';

for (const [name, content] of buildSample().files) {
  writeFileSync(new URL(name, import.meta.url), content);
  console.log(`${name}: ${Buffer.byteLength(content)} bytes`);
}
