import * as components from '@hubspot/ui-extensions';
import * as crm from '@hubspot/ui-extensions/crm';
import * as pages from '@hubspot/ui-extensions/pages';
import * as home from '@hubspot/ui-extensions/pages/home';
import { createElement, type ComponentType } from 'react';

const { hubspot } = components;

// Routes describe and are not drawn; classes of events are no components.
const isDrawn = ([name, each]: [string, unknown]): boolean =>
  /^[A-Z]/.test(name) &&
  name !== 'PageRoutes' &&
  !name.endsWith('Event') &&
  !/^[A-Z_]+$/.test(name) &&
  each !== undefined;

const all = [components, crm, pages, home].flatMap((each) => Object.entries(each).filter(isDrawn));

/** Every export that is a component, with the few props that none can do without. */
hubspot.extend<'crm.record.tab'>(() => (
  <>
    {all.map(([name, each]) =>
      typeof each === 'string' || typeof each === 'object' || typeof each === 'function'
        ? createElement(
            each as ComponentType<Record<string, unknown>>,
            {
              key: name,
              label: name,
              name,
              title: name,
              id: name,
              alt: name,
              src: '',
              to: '/',
              options: [],
              data: [],
              axes: { x: { field: 'a', fieldType: 'category' }, y: { field: 'b', fieldType: 'linear' } },
              stepNames: ['one'],
              properties: [],
              number: 1,
              value: undefined,
              score: 1,
              columnWidth: 100,
            },
            name,
          )
        : null,
    )}
  </>
));
