import { build, ensure } from './ensure.mjs';

await ensure({ build: false });
build({ quiet: false, always: true });
