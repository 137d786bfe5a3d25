import { messageOf } from 'c/sbxErrors';

describe('what a failed call says', () => {
  it('is the message of its body', () => {
    expect(messageOf({ body: { message: 'SFA380: You may not publish.' } })).toBe('SFA380: You may not publish.');
  });

  it('joins several', () => {
    expect(messageOf({ body: [{ message: 'One.' }, { message: 'Two.' }] })).toBe('One. Two.');
  });

  it('is that of a plain error, too', () => {
    expect(messageOf(new Error('Offline'))).toBe('Offline');
  });

  it('says what to do where nothing is said', () => {
    expect(messageOf(undefined)).toBe('Something went wrong. Reload the page and try again.');
  });
});
