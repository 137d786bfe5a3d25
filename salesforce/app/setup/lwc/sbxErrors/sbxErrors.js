const unknown = 'Something went wrong. Reload the page and try again.';

/**
 * What a failed call says, in one line: messageOf({ body: { message: 'SFA380: You may not publish.' } }). Errors come as one
 * body, as a list of them, or as a plain error of the browser.
 */
export function messageOf(error) {
  const bodies = [error?.body ?? error].flat();
  const messages = bodies.map((each) => each?.message).filter((each) => typeof each === 'string' && each !== '');
  return messages.length === 0 ? unknown : messages.join(' ');
}
