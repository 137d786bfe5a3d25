import { Children, isValidElement, useEffect, useReducer, type ReactElement, type ReactNode } from 'react';
import type { RemoteReceiver, RemoteReceiverAttachableComponent } from '@remote-ui/core';

type RemoteChild = { component: RemoteReceiverAttachableComponent; receiver: RemoteReceiver };

/** A child that the extension put into a component, with the props it has in the worker. */
export type ChildOfExtension = { element: ReactElement; type: string; id: string; props: Record<string, unknown> };

/** The children with their props, followed as they change: a list of tabs needs their titles before it draws them. */
export function useChildProps(children: ReactNode): ChildOfExtension[] {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const found = Children.toArray(children).filter(isRemoteChild);
  const key = found.map((each) => each.props.component.id).join(' ');
  useEffect(() => {
    const stops = found.map(({ props }) => props.receiver.attached.subscribe(props.component, redraw));
    return () => stops.forEach((stop) => stop());
  }, [key]);
  return found.map((element) => {
    const { component } = element.props;
    return {
      element,
      type: String(component.type),
      id: String(component.id),
      props: component.props as Record<string, unknown>,
    };
  });
}

function isRemoteChild(child: ReactNode): child is ReactElement<RemoteChild> {
  return isValidElement<Partial<RemoteChild>>(child) && child.props.component?.kind === 1;
}
