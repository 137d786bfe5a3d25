import type { ReactNode } from 'react';
import type { ImageProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { toldEvent, useReactions } from '../../parts/extension-event.ts';
import { useOverlay } from '../../parts/overlay.tsx';
import { anchorAttributes, readLink } from '../../parts/read-link.ts';

export function Image(props: ImageProps): ReactNode {
  const { src, alt = '', width, height, href, onClick, overlay } = props;
  const { anchor, anchorProps, hasTooltip, open, element } = useOverlay<HTMLElement>(overlay);
  const reactions = useReactions();
  const target = readLink(href);
  const picture = <img className="uih-image" src={src} alt={alt} width={width} height={height} />;
  const click = (event: React.MouseEvent): void => {
    void tellExtension(onClick, toldEvent(event), reactions);
    open();
  };
  const isAction = onClick !== undefined || (element !== null && !hasTooltip);
  return (
    <>
      {target !== null ? (
        <a ref={anchor as never} onClick={click} {...anchorAttributes(target)} {...anchorProps}>
          {picture}
        </a>
      ) : isAction ? (
        <button ref={anchor as never} type="button" className="uih-bare-button" onClick={click} {...anchorProps}>
          {picture}
        </button>
      ) : (
        <span ref={anchor} {...(hasTooltip ? { tabIndex: 0, ...anchorProps } : {})}>
          {picture}
        </span>
      )}
      {element}
    </>
  );
}
