// Fills the records that cases expect, to be read by a person before they are kept: node test/cases/write-expectations.ts
// With --check it only says which differ.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { casesFolder } from './fixtures.ts';
import { isCall, outcomeOf, readTopics } from './topics.ts';

const isCheck = process.argv.includes('--check');
let changed = 0;

for (const { file, topic } of readTopics()) {
  for (const one of topic.cases) {
    const outcome = outcomeOf(one);
    if (JSON.stringify(outcome) !== JSON.stringify(one.expect)) {
      changed += 1;
      console.log(`${file}: ${one.name}`);
      // What a function must answer is written by a person, never by this program.
      if (!isCall(one)) {
        one.expect = outcome as typeof one.expect;
      }
    }
  }
  if (!isCheck) {
    const place = path.join(casesFolder, file);
    const config = await resolveConfig(place);
    writeFileSync(place, await format(JSON.stringify(topic, null, 2), { ...config, parser: 'json' }));
  }
}

if (isCheck && changed > 0) {
  console.error(`CAS001: ${changed} cases differ. Next: read each, then run this again without --check.`);
  process.exitCode = 1;
}
