import { PATIENCE } from './waiting';

/** A test that waits in vain says for what, before its own time is up. */
jest.setTimeout(PATIENCE + 60_000);
