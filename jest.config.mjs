// Tests run as CommonJS: swc rewrites import.meta.url and .ts specifiers alike, and Jest needs no experimental flag.
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  // Two files run at once in CI, and some of them compile a database or boot a server first.
  testTimeout: 30_000,
  watchman: false,
  cacheDirectory: '<rootDir>/.cache/jest',
  modulePathIgnorePatterns: ['<rootDir>/(runs|out|dist|coverage)/'],
  transform: {
    '\\.(ts|mjs|js)$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024', keepClassNames: true },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};
