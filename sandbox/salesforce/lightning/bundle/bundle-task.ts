/** What a process that bundles is asked to do. */
export type BundleTask =
  | { kind: 'base'; folder: string }
  | {
      kind: 'components';
      folder: string;
      /** Where copies of the components lie as `c/<name>`. */
      modules: string;
      /** Where each really lies. */
      folders: Record<string, string>;
      names: string[];
      labels: Record<string, string>;
    };

/** How a bundling process tells of a failure: on one line of its standard error. */
export type BundleProblem = { message: string; file: string | null; line: number | null };

export const problemMark = 'bundle-problem ';
