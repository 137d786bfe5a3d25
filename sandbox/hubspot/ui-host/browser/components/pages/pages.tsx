import { useEffect, type ComponentProps, type MouseEvent, type ReactNode } from 'react';
import type * as Pages from '@hubspot/ui-extensions/pages';
import { useHost } from '../../page/host-context.ts';
import { locationOf, writeLocation } from '../../page/page-location.ts';
import { tellExtension } from '../../page/tell-extension.ts';
import { toldEvent, useReactions } from '../../parts/extension-event.ts';
import { anchorAttributes, readLink } from '../../parts/read-link.ts';
import { External } from '../actions/button.tsx';

type PageLinkProps = ComponentProps<typeof Pages.PageLink>;

type PageTitleProps = ComponentProps<typeof Pages.PageTitle>;

type PageHeaderLinkProps = ComponentProps<typeof Pages.PageHeader.Link>;

type PageHeaderPageLinkProps = ComponentProps<typeof Pages.PageHeader.PageLink>;

type PageBreadcrumbsProps = ComponentProps<typeof Pages.PageBreadcrumbs>;

type PageBreadcrumbsPageLinkProps = ComponentProps<typeof Pages.PageBreadcrumbs.PageLink>;

type PageBreadcrumbsCurrentProps = ComponentProps<typeof Pages.PageBreadcrumbs.Current>;

type To = { to: string; params?: Record<string, string>; look: string; children: ReactNode };

/** A link to another page of the extension: an address of its own, followed without loading anything. */
function InnerLink({ to, params, look, children }: To): ReactNode {
  const { navigate } = useHost();
  const target = locationOf(to, params);
  return (
    <a
      className={look}
      href={`#${writeLocation(target)}`}
      onClick={(event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        navigate(target);
      }}
    >
      {children}
    </a>
  );
}

export function PageLink(props: PageLinkProps): ReactNode {
  return <InnerLink {...props} look="uih-link uih-link-primary" />;
}

export function PageTitle({ children }: PageTitleProps): ReactNode {
  const title = Array.isArray(children) ? children.length : children;
  useEffect(() => {
    const heading = document.querySelector('.uih-page-title');
    document.title = heading?.textContent ?? document.title;
  }, [title]);
  return <h1 className="uih-page-title">{children}</h1>;
}

export function PageHeader({ children }: { children?: ReactNode }): ReactNode {
  return <div className="uih-page-header">{children}</div>;
}

export function PageHeaderPrimaryAction({ children }: { children?: ReactNode }): ReactNode {
  return <div className="uih-page-primary">{children}</div>;
}

export function PageHeaderSecondaryActions({ children }: { children?: ReactNode }): ReactNode {
  return <div className="uih-page-secondary">{children}</div>;
}

export function PageHeaderPageLink(props: PageHeaderPageLinkProps): ReactNode {
  return <InnerLink {...props} look="uih-button uih-button-secondary uih-button-md" />;
}

export function PageHeaderLink({ href, onClick, disabled = false, children }: PageHeaderLinkProps): ReactNode {
  const reactions = useReactions();
  const target = readLink(href);
  const look = 'uih-button uih-button-secondary uih-button-md';
  const click = (event: MouseEvent): void => void tellExtension(onClick, toldEvent(event), reactions);
  return target === null || disabled ? (
    <button type="button" className={look} disabled={disabled} onClick={click}>
      {children}
    </button>
  ) : (
    <a className={look} onClick={click} {...anchorAttributes(target)}>
      {children}
      {target.isExternal ? <External /> : null}
    </a>
  );
}

export function PageBreadcrumbs({ children }: PageBreadcrumbsProps): ReactNode {
  return (
    <nav aria-label="Breadcrumbs" className="uih-breadcrumbs">
      <ol>{children}</ol>
    </nav>
  );
}

export function PageBreadcrumbsPageLink(props: PageBreadcrumbsPageLinkProps): ReactNode {
  return (
    <li>
      <InnerLink {...props} look="uih-link uih-link-primary" />
    </li>
  );
}

export function PageBreadcrumbsCurrent({ children }: PageBreadcrumbsCurrentProps): ReactNode {
  return (
    <li>
      <span aria-current="page">{children}</span>
    </li>
  );
}
