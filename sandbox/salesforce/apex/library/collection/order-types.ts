import { asked, unsupported, type BuiltinType } from '../define.ts';

/** What source implements so that its objects can be walked and sorted. */
export const orderTypes: readonly BuiltinType[] = [
  {
    name: 'System.Iterator',
    kind: 'interface',
    typeParameters: ['T'],
    methods: { 'Boolean hasNext()': asked, 'T next()': asked },
  },
  {
    name: 'System.Iterable',
    kind: 'interface',
    typeParameters: ['T'],
    methods: { 'Iterator<T> iterator()': asked },
  },
  {
    name: 'System.Comparable',
    kind: 'interface',
    methods: { 'Integer compareTo(Object objectToCompareTo)': asked },
  },
  {
    name: 'System.Comparator',
    kind: 'interface',
    typeParameters: ['T'],
    methods: { 'Integer compare(T var1, T var2)': asked },
  },
  {
    // Its order is that of the running user's locale, which only the platform knows.
    name: 'System.Collator',
    kind: 'class',
    implements: ['Comparator<String>'],
    statics: { 'Collator getInstance()': unsupported },
    methods: { 'Integer compare(String var1, String var2)': unsupported },
  },
];
