import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import type { LoadingButtonProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { toldEvent, useReactions } from '../../parts/extension-event.ts';
import { useOverlay } from '../../parts/overlay.tsx';
import { readLink } from '../../parts/read-link.ts';
import { classes, sizeOf, variantOf } from '../../parts/sizes.ts';
import { IconShape } from '../figures/icons.tsx';
import { buttonVariants } from './variants.ts';

const resultMillis = 2_000;

/** A button that shows that what it started is under way, and for a moment that it is done. */
export function LoadingButton(props: LoadingButtonProps): ReactNode {
  const { overlay, overlayOptions, variant, size, type = 'button', loading = false, onClick, href } = props;
  const { anchor, anchorProps, open, element } = useOverlay<HTMLButtonElement>(overlay);
  const reactions = useReactions();
  const [hasResult, setResult] = useState(false);
  const wasLoading = useRef(loading);
  const opensLater = overlayOptions?.openBehavior === 'onLoadingFinish';
  const openLater = useRef(open);
  openLater.current = open;
  useEffect(() => {
    const isDone = wasLoading.current && !loading;
    wasLoading.current = loading;
    if (!isDone) return;
    if (opensLater) openLater.current();
    setResult(true);
    const timer = setTimeout(() => setResult(false), resultMillis);
    return () => clearTimeout(timer);
  }, [loading, opensLater]);
  const target = readLink(href);
  const click = (event: MouseEvent): void => {
    // A disabled button would lose the focus in the middle of its work.
    if (loading) return event.preventDefault();
    void tellExtension(onClick, toldEvent(event), reactions);
    if (target !== null) window.open(target.href, target.isExternal ? '_blank' : '_top', 'noopener');
    if (!opensLater) open();
  };
  return (
    <>
      <button
        ref={anchor}
        className={classes(
          'uih-button',
          `uih-button-${variantOf(variant, buttonVariants, 'secondary')}`,
          `uih-button-${sizeOf(size, 'md')}`,
        )}
        type={type}
        disabled={props.disabled === true}
        aria-disabled={loading ? true : undefined}
        aria-busy={loading}
        onClick={click}
        {...anchorProps}
      >
        {loading ? <span className="uih-spinner" aria-hidden="true" /> : null}
        {hasResult ? <IconShape name={props.resultIconName ?? 'success'} size={14} /> : null}
        <span className="uih-button-words">{props.children}</span>
        {loading ? <span className="uih-hidden"> (working)</span> : null}
      </button>
      {element}
    </>
  );
}
