import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { starterFiles, starterFolder } from '../../../salesforce/starter/starter-files.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const files = starterFiles(root);

describe('what an installation begins with', () => {
  test('is what the starter policy and the lists of core were written to', () => {
    const folder = path.join(root, starterFolder);
    expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort());
    for (const [file, text] of files) expect(readFileSync(path.join(folder, file), 'utf8')).toBe(text);
  });

  test('observes and changes nothing', () => {
    expect(files.get('SbxStarterPolicy.txt')).toContain('"settingKey":"mode","settingText":"observe"');
  });

  test('carries the licence of each list in front of it', () => {
    expect(files.get('SbxFreeMailDomains.txt')).toMatch(/^# The MIT License/);
    expect(files.get('SbxThrowAwayDomains.txt')).toMatch(/^# CC0 1\.0 Universal/);
  });
});
