import { printInt, printLong, type Int, type Long } from '../../../../core/src/decide/model/number.ts';

/** A person: the first of two records that name each other. */
type Person = { label: string; age: Int; bornAt: Long | null; home: Home | null; tags: string[] };

interface Home {
  street: string;
  owners: Person[];
}

type Flags = { isOn: boolean; isOff: boolean | null };

const nobody: Person = { label: 'nobody', age: 0, bornAt: null, home: null, tags: [] };

function personOf(title: string, age: Int): Person {
  return { label: title, age: age, bornAt: age > 18 ? 1_000_000_000_000 : null, home: null, tags: ['new', title] };
}

function tell(person: Person): string {
  const street = person.home === null ? 'nowhere' : person.home.street;
  const born = person.bornAt === null ? '?' : printLong(person.bornAt);
  return `${person.label} ${printInt(person.age)} ${born} ${street} ${person.tags.join('/')}`;
}

function sortByAge(people: Person[]): Person[] {
  const sorted: Person[] = [];
  for (const person of people) {
    sorted.push(person);
  }
  for (let top: Int = sorted.length - 1; top > 0; top -= 1) {
    for (let place: Int = 0; place < top; place += 1) {
      if (sorted[place]!.age > sorted[place + 1]!.age) {
        const older = sorted[place]!;
        sorted[place] = sorted[place + 1]!;
        sorted[place + 1] = older;
      }
    }
  }
  return sorted;
}

function forget(person: Person): boolean {
  person.home = null;
  return true;
}

type Memo = { text: string | null; other: string };

function wipe(note: Memo): string {
  note.text = null;
  note.other = `${note.other}!`;
  return note.other;
}

/** The narrowing that TypeScript believes in outlives a call that ends it. */
function afterWiping(note: Memo): string {
  if (note.text === null) {
    return 'empty';
  }
  return wipe(note) === '' || note.text === 'a' ? 'kept' : 'wiped';
}

export function results(): string[] {
  const found: string[] = [];
  const ana = personOf('Ana', 40);
  const ben = personOf('Ben', 7);
  const home: Home = { street: 'Main 1', owners: [ana] };
  ana.home = home;
  home.owners.push(ben);
  ben.age += 1;
  ben.tags[0] = 'old';
  found.push(tell(ana));
  found.push(tell(ben));
  found.push(tell(nobody));
  found.push(printInt(home.owners.length));
  found.push(home.owners[0]! === ana ? 'same' : 'other');
  found.push(personOf('Ana', 40) === ana ? 'same' : 'other');
  found.push(ana.tags === ben.tags ? 'same' : 'other');
  const alias = ana;
  alias.age = 41;
  found.push(printInt(ana.age));
  for (const person of sortByAge([ana, ben, personOf('Cem', 20), nobody])) {
    found.push(person.label);
  }
  const flags: Flags = { isOn: true, isOff: null };
  found.push(flags.isOff === null ? 'unknown' : 'known');
  flags.isOff = !flags.isOn;
  found.push(flags.isOff ? 'off' : 'on');
  found.push(ana.home !== null && forget(ana) && ana.home === null ? 'forgotten' : 'known');
  found.push(afterWiping({ text: 'a', other: 'b' }));
  const note: Memo = { text: 'b', other: 'b' };
  found.push(note.text === note.other ? 'same' : 'other');
  found.push(note.other === wipe(note) ? 'same' : 'other');
  found.push(wipe(note) === note.other ? 'same' : 'other');
  const people: (Person | null)[] = [ana, null];
  const second = people[1] ?? nobody;
  found.push(second.label);
  return found;
}
