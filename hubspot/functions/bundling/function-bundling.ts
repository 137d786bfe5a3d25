import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { packPolicies } from './pack-policies.ts';

/**
 * What a bundle of a function needs beside the usual: HubSpot's library brings a package for forms with files, and with it a list
 * of all media types, of which functions use nothing and which would make them a sixth larger.
 */
export const functionBundling: BuildOptions = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  bundle: true,
  minify: true,
  // What a package has for older loaders asks for its parts by names that no bundler can follow.
  mainFields: ['module', 'main'],
  plugins: [packPolicies],
  alias: { 'form-data': path.join(import.meta.dirname, 'no-forms.cjs') },
};
