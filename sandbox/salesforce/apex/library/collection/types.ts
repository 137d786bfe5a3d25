import type { BuiltinType } from '../define.ts';
import { listType } from './list-type.ts';
import { mapType } from './map-type.ts';
import { orderTypes } from './order-types.ts';
import { setType } from './set-type.ts';

export const collectionTypes: readonly BuiltinType[] = [listType, setType, mapType, ...orderTypes];
