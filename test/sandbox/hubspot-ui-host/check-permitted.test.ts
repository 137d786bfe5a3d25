import { expect, test } from '@jest/globals';
import { checkPermitted } from '../../../sandbox/hubspot/ui-host/ports/check-permitted.ts';

const permitted = ['https://api.example.com', 'https://files.example.com/public', 'http://127.0.0.1:8080', 'nonsense'];
const check = (address: string): string => checkPermitted(permitted, address, 'fetch').href;

test('an address is permitted by its origin, and by the folder where one is named', () => {
  expect(check('https://api.example.com/leads?page=2')).toBe('https://api.example.com/leads?page=2');
  expect(check('https://files.example.com/public/a.json')).toBe('https://files.example.com/public/a.json');
  expect(check('http://127.0.0.1:8080/ui/score')).toBe('http://127.0.0.1:8080/ui/score');
});

test.each([
  ['https://api.example.com.evil.test/', 'UIH011'],
  ['https://evil.test/?https://api.example.com', 'UIH011'],
  ['https://api.example.com:444/', 'UIH011'],
  ['http://api.example.com/', 'UIH011'],
  ['https://files.example.com/publicity', 'UIH011'],
  ['https://files.example.com/public/../secret', 'UIH011'],
  ['https://user:word@evil.test/', 'UIH011'],
  ['/leads', 'UIH010'],
  ['javascript:alert(1)', 'UIH011'],
])('%s is refused', (address, code) => {
  expect(() => check(address)).toThrow(code);
});

test('what is permitted has to be https, except on this machine', () => {
  expect(() => checkPermitted(['http://api.example.com'], 'http://api.example.com/', 'fetch')).toThrow('UIH012');
});
