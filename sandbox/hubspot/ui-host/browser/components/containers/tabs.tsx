import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { TabProps, TabsProps } from '@hubspot/ui-extensions';
import { tellExtension } from '../../page/tell-extension.ts';
import { Bubble, useNearness } from '../../parts/bubble.tsx';
import { useChildProps } from '../../parts/child-props.ts';
import { isSaid } from '../../parts/field.tsx';
import { classes } from '../../parts/sizes.ts';

/** Tabs: arrow keys move among them and select, Home and End go to the ends. */
export function Tabs(props: TabsProps): ReactNode {
  const { selected, defaultSelected, variant = 'default', fill = false, onSelectedChange, children } = props;
  const group = useId();
  const tabs = useChildProps(children)
    .filter((child) => child.type === 'Tab')
    .map((child, index) => {
      const tab = child.props as TabProps;
      return { ...tab, id: tab.tabId ?? index, key: child.id, element: child.element };
    });
  const [own, setOwn] = useState<string | number | undefined>(defaultSelected);
  const wanted = selected ?? own;
  const current = tabs.find((each) => each.id === wanted) ?? tabs.find((each) => each.disabled !== true) ?? tabs[0];
  const list = useRef<HTMLDivElement>(null);
  const select = (id: string | number): void => {
    if (selected === undefined) setOwn(id);
    if (id !== current?.id) void tellExtension(onSelectedChange, id);
  };
  const move = (event: KeyboardEvent): void => {
    const usable = tabs.filter((each) => each.disabled !== true);
    const at = usable.findIndex((each) => `${group}-${each.key}` === (event.target as HTMLElement).id);
    const to: Record<string, number> = {
      ArrowRight: (at + 1) % usable.length,
      ArrowLeft: (at - 1 + usable.length) % usable.length,
      Home: 0,
      End: usable.length - 1,
    };
    const next = usable[to[event.key] ?? -1];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${group}-${next.key}`)}`)?.focus();
    select(next.id);
  };
  return (
    <div className={`uih-tabs uih-tabs-${variant}`}>
      <div ref={list} role="tablist" className={classes('uih-tab-list', fill && 'uih-tab-list-fill')} onKeyDown={move}>
        {tabs.map((tab) => (
          <TabButton
            key={tab.key}
            id={`${group}-${tab.key}`}
            tab={tab}
            isSelected={tab.key === current?.key}
            onSelect={() => select(tab.id)}
          />
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.key}
          role="tabpanel"
          id={`${group}-${tab.key}-panel`}
          aria-labelledby={`${group}-${tab.key}`}
          hidden={tab.key !== current?.key}
          tabIndex={0}
          className="uih-tab-panel"
        >
          {tab.element}
        </div>
      ))}
    </div>
  );
}

function TabButton({
  id,
  tab,
  isSelected,
  onSelect,
}: {
  id: string;
  tab: TabProps & { id: string | number };
  isSelected: boolean;
  onSelect: () => void;
}): ReactNode {
  const anchor = useRef<HTMLButtonElement>(null);
  const near = useNearness();
  const hasTooltip = isSaid(tab.tooltip);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        role="tab"
        id={id}
        className="uih-tab"
        aria-selected={isSelected}
        aria-controls={`${id}-panel`}
        aria-describedby={hasTooltip ? `${id}-tooltip` : undefined}
        disabled={tab.disabled === true}
        tabIndex={isSelected ? 0 : -1}
        onClick={onSelect}
        {...(hasTooltip ? near.handlers : {})}
      >
        {isSaid(tab.title) ? tab.title : String(tab.id)}
      </button>
      {hasTooltip ? (
        <Bubble id={`${id}-tooltip`} anchor={anchor} near={near} placement={tab.tooltipPlacement ?? 'top'}>
          {tab.tooltip}
        </Bubble>
      ) : null}
    </>
  );
}

/** The content of a tab; its title is drawn by the tabs around it. */
export function Tab({ children }: TabProps): ReactNode {
  return <>{children}</>;
}
