import { compile, type Compilation } from '../../../salesforce/compiler/compile.ts';
import { readEngine, root } from '../../../salesforce/compiler/read-program.ts';

const folder = 'core/src/decide/snippet';

/** Small modules of a language test by name, compiled one by one as if they stood in the engine. */
export function compileSnippets(sources: ReadonlyMap<string, string>): Map<string, Compilation> {
  const overlay = new Map([...sources].map(([name, source]) => [`${folder}/${name}.ts`, source]));
  const { program, modules } = readEngine(overlay, [...overlay.keys()]);
  return new Map(
    [...sources.keys()].map((name) => {
      const own = modules.filter((each) => each.fileName.endsWith(`/snippet/${name}.ts`));
      const given = modules.filter((each) => !each.fileName.includes('/snippet/'));
      return [name, compile(program, [...own, ...given], root)];
    }),
  );
}

/** Whole modules by their path, compiled as one program. */
export function compileTogether(sources: Readonly<Record<string, string>>): Compilation {
  const { program, modules } = readEngine(new Map(Object.entries(sources)), Object.keys(sources));
  return compile(program, modules, root);
}
