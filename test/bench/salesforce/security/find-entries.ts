import { hasAnnotation } from '../../../../sandbox/salesforce/apex/emit/declare-types.ts';
import type { Program } from '../../../../sandbox/salesforce/apex/run/program.ts';

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * Every way in that the package's Apex opens, as attempts name it: `SbxLeadCard.get` is called by components,
 * `SbxScoreAction` by flows and the actions API, `POST /signalbox/leads` by other programs. Read from the compiled classes, so that
 * none can be forgotten.
 */
export function findEntries(program: Program): string[] {
  return [...program.world.all()]
    .flatMap(({ name, methods, declaration }) => {
      const resource = declaration.modifiers.annotations.find((each) => each.name === 'restresource');
      const address = resource?.settings.find(([setting]) => setting === 'urlmapping')?.[1] ?? '';
      const path = address.replace(/^'|'$/g, '').replace(/\/\*$/, '');
      return [...methods.values()].flat().flatMap((method) => {
        const modifiers = method.node?.modifiers;
        if (modifiers === undefined) return [];
        const verb = verbs.find((each) => hasAnnotation(modifiers, `http${each}`));
        return [
          ...(method.isStatic && hasAnnotation(modifiers, 'auraenabled') ? [`${name}.${method.name}`] : []),
          ...(hasAnnotation(modifiers, 'invocablemethod') ? [name] : []),
          ...(verb === undefined ? [] : [`${verb.toUpperCase()} ${path}`]),
        ];
      });
    })
    .toSorted();
}
