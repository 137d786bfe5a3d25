#!/usr/bin/env node
// The plugin by itself, as `sf` would run it once it is linked there.
import { execute } from '@oclif/core';

await execute({ dir: import.meta.url });
