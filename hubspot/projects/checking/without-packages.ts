/**
 * A bundle without what comes from packages; every other line stays where it was. The bundler names above each part of a bundle
 * the file that it comes from.
 *
 * withoutPackages('// node_modules/a/b.js\nnavigator;\n// hubspot/ui/c.ts\nfetch();') → '\n\n// hubspot/ui/c.ts\nfetch();'
 */
export function withoutPackages(bundle: string): string {
  let isOfPackage = false;
  return bundle
    .split('\n')
    .map((line) => {
      if (/^\/\/ \S+\.(?:[cm]?[jt]sx?|json)$/.test(line)) isOfPackage = line.includes('node_modules/');
      return isOfPackage ? '' : line;
    })
    .join('\n');
}
