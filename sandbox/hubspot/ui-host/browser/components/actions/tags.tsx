import { useId, type ReactNode } from 'react';
import type { StatusTagProps, TagProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { toldEvent, useReactions } from '../../parts/extension-event.ts';
import { CloseGlyph } from '../../parts/glyphs.tsx';
import { useOverlay } from '../../parts/overlay.tsx';
import { classes, variantOf } from '../../parts/sizes.ts';

export function Tag({ variant, onClick, inline = false, overlay, children }: TagProps): ReactNode {
  const { anchor, anchorProps, hasTooltip, open, element } = useOverlay<HTMLElement>(overlay);
  const reactions = useReactions();
  const look = classes(
    'uih-tag',
    `uih-tag-${variantOf(variant, ['default', 'warning', 'success', 'error', 'info'], 'default')}`,
    inline && 'uih-tag-inline',
  );
  const isAction = onClick !== undefined || (element !== null && !hasTooltip);
  return (
    <>
      {isAction ? (
        <button
          ref={anchor as never}
          type="button"
          className={look}
          onClick={(event) => {
            void tellExtension(onClick, toldEvent(event), reactions);
            open();
          }}
          {...anchorProps}
        >
          {children}
        </button>
      ) : (
        <span ref={anchor} className={look} {...(hasTooltip ? { tabIndex: 0, ...anchorProps } : {})}>
          {children}
        </span>
      )}
      {element}
    </>
  );
}

export function StatusTag(props: StatusTagProps): ReactNode {
  const { variant, hollow = false, onClick, showRemoveIcon = false, onRemoveClick, children } = props;
  const id = useId();
  const look = variantOf(variant, ['danger', 'warning', 'info', 'success', 'default'], 'default');
  const content = (
    <>
      <span className={classes('uih-dot', `uih-dot-${look}`, hollow && 'uih-dot-hollow')} aria-hidden="true" />
      <span id={id}>{children}</span>
    </>
  );
  return (
    <span className="uih-status-tag">
      {onClick === undefined ? (
        <span className="uih-status-words">{content}</span>
      ) : (
        <button type="button" className="uih-bare-button uih-status-words" onClick={() => void tellExtension(onClick)}>
          {content}
        </button>
      )}
      {showRemoveIcon ? (
        <button
          type="button"
          className="uih-icon-button uih-icon-button-small"
          aria-labelledby={`${id}-remove ${id}`}
          onClick={() => void tellExtension(onRemoveClick)}
        >
          <span id={`${id}-remove`} className="uih-hidden">
            Remove
          </span>
          <CloseGlyph />
        </button>
      ) : null}
    </span>
  );
}
