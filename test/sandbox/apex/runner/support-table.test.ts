import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { constructs } from '../../../../sandbox/salesforce/apex/emit/constructs.ts';
import { asked, unsupported } from '../../../../sandbox/salesforce/apex/library/define.ts';
import { builtinTypes } from '../../../../sandbox/salesforce/apex/library/registry.ts';
import { supportTable } from '../../../../sandbox/salesforce/apex/runner/support-table.ts';

it('lists what runs and what only fails loudly, types in alphabetical order', () => {
  const table = supportTable(
    [
      { name: 'switch on', supported: true, note: 'With values.' },
      { name: 'labels', supported: false, note: '' },
    ],
    [
      {
        name: 'System.Widget',
        kind: 'class',
        constructors: { '()': () => null },
        statics: { 'Widget of(String name)': () => null, 'Widget far()': unsupported },
        methods: { 'void turn()': () => null },
        properties: { 'Integer size': { get: () => 1, set: () => null }, 'Integer age': { get: unsupported } },
      },
      { name: 'System.Turned', kind: 'interface', methods: { 'void turned()': asked } },
      { name: 'System.Marker', kind: 'interface' },
      { name: 'System.Side', kind: 'enum', values: ['LEFT', 'RIGHT'] },
    ],
  );
  expect(table).toContain('5 members of 4 types of the platform run here; 2 more are documented');
  expect(table).toContain('- switch on. With values.\n\nNot supported:\n\n- labels\n');
  expect(table.slice(table.indexOf('### '))).toBe(
    [
      '### System.Marker',
      '',
      'An interface without members of its own.',
      '',
      '### System.Side',
      '',
      'Constants: `LEFT`, `RIGHT`',
      '',
      '### System.Turned',
      '',
      '- `void turned()`',
      '',
      '### System.Widget',
      '',
      '- `new ()`',
      '- `static Widget of(String name)`',
      '- `void turn()`',
      '- `Integer size { get; set; }`',
      '',
      'Not supported:',
      '',
      '- `static Widget far()`',
      '- `Integer age`',
      '',
    ].join('\n'),
  );
});

it('is written as SUPPORT.md, which is up to date', () => {
  const file = path.join(import.meta.dirname, '../../../../sandbox/salesforce/apex/SUPPORT.md');
  expect(readFileSync(file, 'utf8')).toBe(supportTable(constructs, builtinTypes()));
});
