/** What a hook is called by; HubSpot looks for these in the code, and asks ahead what stands in their brackets. */
const hooks = ['useCrmProperties', 'useAssociations', 'useCrmSearch'];

/** How often a script calls a hook that HubSpot would ask ahead; names that a bundler gave are followed. */
export function countCalls(script: string): number {
  const names = hooks.flatMap((hook) => {
    const aliases = [...script.matchAll(new RegExp(`\\b${hook} as ([\\w$]+)`, 'g'))].map(([, alias]) => alias!);
    return [hook, ...aliases];
  });
  const call = new RegExp(`(?<![\\w$.])(?:${names.join('|').replaceAll('$', '\\$')})\\(`, 'g');
  return [...script.matchAll(call)].length;
}
