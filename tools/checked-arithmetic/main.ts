import { buildChecked } from './build.ts';

const [source, output] = process.argv.slice(2);
if (source === undefined || output === undefined) {
  console.error(
    'ARI005: two folders are needed. Next: node tools/checked-arithmetic/main.ts core/src/decide out/checked',
  );
  process.exitCode = 1;
} else {
  console.log(`${buildChecked(source, output)} checks written to ${output}`);
}
