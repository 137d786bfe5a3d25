// Tests run as CommonJS: swc rewrites import.meta.url and .ts specifiers alike, and Jest needs no experimental flag.
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  testEnvironment: 'node',
  // Two files run at once in CI, and some of them compile a database or boot a server first.
  testTimeout: 30_000,
  watchman: false,
  cacheDirectory: '<rootDir>/.cache/jest',
  modulePathIgnorePatterns: ['<rootDir>/(runs|out|dist|coverage)/'],
  // Published as modules only, so they are compiled like our own.
  transformIgnorePatterns: ['/node_modules/(?!(@hubspot/ui-extensions|@remote-ui|tinyspy)/)'],
  transform: {
    '\\.(ts|mjs|js)$': compiledBySwc(false),
    '\\.tsx$': compiledBySwc(true),
  },
};

/** Of tsx alone: elsewhere a generic arrow function would be read as an element. */
function compiledBySwc(tsx) {
  return [
    '@swc/jest',
    {
      swcrc: false,
      jsc: {
        parser: { syntax: 'typescript', tsx },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2024',
        keepClassNames: true,
      },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    },
  ];
}
