/* global __dirname */
// Salesforce's own settings, for the project that the working folder is; see main.ts.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const project = process.cwd();
const { packageDirectories } = JSON.parse(readFileSync(path.join(project, 'sfdx-project.json'), 'utf8'));

module.exports = {
  ...jestConfig,
  roots: packageDirectories.map((directory) => path.join(project, directory.path)),
  testMatch: ['**/__tests__/**/*.test.js'],
  moduleNameMapper: { '^lightning/modal$': path.join(__dirname, 'lwc', 'modal.js') },
  // Where tests find createApexTestWireAdapter.
  modulePaths: [path.join(__dirname, 'node_modules')],
  collectCoverageFrom: [],
  // Looked up here, because the project that is tested has no packages of its own for it.
  testEnvironment: require.resolve('jest-environment-jsdom'),
  watchman: false,
};
