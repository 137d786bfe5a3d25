import { AutoGrid, Button, ButtonRow, DateInput, Flex, SearchInput, Select } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import { shorten } from '../home/steps/user-choice.ts';
import { dayOf, inputDay } from './days.ts';
import type { Names } from './names.ts';
import { isEmptySearch, searchOf, type Search } from './search.ts';

const any = 'any';

type SearchFormProps = {
  readonly search: Search;
  readonly names: Names;
  readonly onSearch: (search: Search) => void;
};

/** What to search for. Nothing is asked before somebody presses the button. */
export function SearchForm({ search, names, onSearch }: SearchFormProps): ReactNode {
  const [typed, setTyped] = useState<Search>(search);
  const set = (change: Partial<Record<keyof Search, string>>): void => setTyped((before) => ({ ...before, ...change }));
  const from = inputDay(typed.from);
  const until = inputDay(typed.until);
  return (
    <Flex direction="column" gap="sm">
      <AutoGrid columnWidth={220} gap="md" flexible>
        <SearchInput
          name="words"
          label="E-mail, name or company"
          placeholder="As it is written in the portal"
          value={typed.words ?? ''}
          onInput={(words) => set({ words })}
          onChange={(words) => set({ words })}
        />
        <Select
          name="destination"
          label="Destination"
          value={typed.destination || any}
          options={choices(names.destinations, typed.destination, 'Any destination')}
          onChange={(value) => set({ destination: value === any ? '' : String(value) })}
        />
        <Select
          name="owner"
          label="Given to"
          value={typed.owner || any}
          options={choices(names.people, typed.owner, 'Anybody')}
          onChange={(value) => set({ owner: value === any ? '' : String(value) })}
        />
        <DateInput
          name="from"
          label="From"
          format="medium"
          timezone="portalTz"
          {...(from === null ? {} : { value: from })}
          onChange={(value) => set({ from: chosenDay(value) })}
        />
        <DateInput
          name="until"
          label="Until"
          format="medium"
          timezone="portalTz"
          {...(until === null ? {} : { value: until })}
          onChange={(value) => set({ until: chosenDay(value) })}
        />
      </AutoGrid>
      <ButtonRow>
        <Button variant="primary" onClick={() => onSearch(searchOf(typed))}>
          Search
        </Button>
        <Button
          disabled={isEmptySearch(searchOf(typed)) && isEmptySearch(search)}
          onClick={() => {
            setTyped({});
            onSearch({});
          }}
        >
          Show all
        </Button>
      </ButtonRow>
    </Flex>
  );
}

/** An input that was emptied gives nothing, whatever its types say. */
function chosenDay(value: Parameters<typeof dayOf>[0] | null | undefined): string {
  return value === null || value === undefined ? '' : dayOf(value);
}

function choices(
  names: ReadonlyMap<string, string>,
  chosen: string | undefined,
  all: string,
): { readonly label: string; readonly value: string }[] {
  const known = [...names].map(([value, name]) => ({ label: shorten(name), value }));
  const stranger =
    chosen === undefined || chosen === '' || names.has(chosen) ? [] : [{ label: shorten(chosen), value: chosen }];
  return [{ label: all, value: any }, ...stranger, ...known];
}
