import { useAssociations } from '@hubspot/ui-extensions/crm';
import { useEffect, useRef, useState } from 'react';
import { contactTypeId } from '../../handlers/events/object-types.ts';
import { cardPropertyNames } from '../score-card/read-names.ts';
import { decidedContactOf, type DecidedContact } from './decided-contact.ts';

type AssociationResult = ReturnType<typeof useAssociations>['results'][number];

export type CompanyContacts = {
  readonly decided: readonly DecidedContact[];
  /** How many contacts were looked at. */
  readonly seen: number;
  /** Whether there are more than anybody looks at. */
  readonly isCut: boolean;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
};

const pageLength = 100;
const mostPages = 10;
const asked = {
  toObjectType: contactTypeId,
  properties: ['firstname', 'lastname', 'email', ...cardPropertyNames],
  pageLength,
};

type Seen = { readonly contacts: ReadonlyMap<number, DecidedContact | null>; readonly isWhole: boolean };

/** The contacts of the company on the screen, page after page, until all are there or enough of them. */
export function useContacts(): CompanyContacts {
  const { results, error, isLoading, pagination, refetch } = useAssociations(asked);
  const [{ contacts, isWhole }, setSeen] = useState<Seen>({ contacts: new Map(), isWhole: false });
  const latest = useRef(pagination);
  latest.current = pagination;
  const page = JSON.stringify(results);
  const isRead = !isLoading && error === null;
  useEffect(() => {
    if (!isRead) return;
    const { hasNextPage, currentPage, nextPage } = latest.current;
    const goesOn = hasNextPage && currentPage < mostPages;
    setSeen((before) => ({ contacts: new Map([...before.contacts, ...contactsOf(page)]), isWhole: !goesOn }));
    if (goesOn) nextPage();
    // A page is read when what stands on it is new; its number changes before that.
  }, [isRead, page]);

  return {
    decided: [...contacts.values()].filter((contact) => contact !== null),
    seen: contacts.size,
    isCut: isWhole && pagination.hasNextPage,
    isLoading: !isWhole && error === null,
    error,
    refetch: () => void refetch(),
  };
}

/** By their id: a contact may be associated by two labels, and pages may overlap where somebody is associated meanwhile. */
function contactsOf(page: string): [number, DecidedContact | null][] {
  const results = JSON.parse(page) as AssociationResult[];
  return results.map(({ toObjectId, properties }) => [toObjectId, decidedContactOf(toObjectId, properties)]);
}
