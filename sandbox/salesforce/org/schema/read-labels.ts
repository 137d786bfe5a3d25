import { filesOf, type MetadataFiles } from './metadata-files.ts';

/** The custom labels of a package by lower-case name: readLabels(files).get('greeting') → 'Good morning'. */
export function readLabels(files: MetadataFiles): ReadonlyMap<string, string> {
  const labels = filesOf(files, /\.labels-meta\.xml$/).flatMap(({ file }) => file.all('labels'));
  return new Map(labels.map((each) => [each.demand('fullName').toLowerCase(), each.read('value') ?? ''] as const));
}
