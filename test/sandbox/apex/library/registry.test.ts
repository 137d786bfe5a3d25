import { describe, expect, it } from '@jest/globals';
import { laterTypes } from '../../../../sandbox/salesforce/apex/library/later-types.ts';
import { builtinTypes, findBuiltinType } from '../../../../sandbox/salesforce/apex/library/registry.ts';

describe('the types of the platform', () => {
  it('are found by the names under which they are loaded later', () => {
    for (const { names, load } of laterTypes) {
      expect([...names].sort()).toEqual(
        load()
          .map((each) => each.name)
          .sort(),
      );
    }
  });

  it('have one description each, which is found by its name', () => {
    const types = builtinTypes();
    expect(new Set(types.map((each) => each.name.toLowerCase())).size).toBe(types.length);
    for (const type of types) {
      expect(findBuiltinType(type.name.toLowerCase())).toBe(type);
    }
    expect(findBuiltinType('system.nothing')).toBeNull();
  });
});
