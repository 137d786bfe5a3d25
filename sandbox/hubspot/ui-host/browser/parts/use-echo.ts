import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/**
 * A value that the reader changes here and the extension may set from the worker, a moment later.
 *
 * What the extension sends back of the reader's own typing is old news and changes nothing; anything else it sends wins.
 * Values are compared as JSON: those from the worker are copies.
 */
export function useEcho<Value>(given: Value | undefined, initial: Value): [Value, (next: Value) => void] {
  const [shown, setShown] = useState<Value>(given === undefined ? initial : given);
  const said = useRef<string[]>([]);
  const text = given === undefined ? undefined : JSON.stringify(given);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (text === undefined) return;
    const at = said.current.indexOf(text);
    if (at >= 0) {
      said.current.splice(0, at + 1);
      return;
    }
    said.current = [];
    setShown(JSON.parse(text) as Value);
  }, [text]);
  const say = useCallback((next: Value) => {
    said.current.push(JSON.stringify(next) ?? '');
    if (said.current.length > 200) said.current.shift();
    setShown(next);
  }, []);
  return [shown, say];
}

/**
 * A choice that the extension holds where it gives a value: shown at once, and taken back when the extension has heard of it and
 * still says otherwise. Without a given value the page holds it.
 */
export function useChoice<Value>(
  given: Value | undefined,
  initial: Value,
  tell: (next: Value) => Promise<void>,
): [Value, (next: Value) => void, () => void] {
  const [shown, setShown] = useState<Value>(given === undefined ? initial : given);
  const latest = useRef(given);
  latest.current = given;
  const text = given === undefined ? undefined : JSON.stringify(given);
  useLayoutEffect(() => {
    if (text !== undefined) setShown(JSON.parse(text) as Value);
  }, [text]);
  const choose = (next: Value): void => {
    setShown(next);
    void tell(next).then(() => {
      // The worker's drawing was sent before its answer; it is applied in the next turn.
      setTimeout(() => {
        if (latest.current !== undefined) setShown(latest.current);
      }, 50);
    });
  };
  // What the extension holds is not the form's to reset.
  const reset = (): void => {
    if (latest.current === undefined) setShown(initial);
  };
  return [shown, choose, reset];
}
