import { setupServer } from 'msw/node';

/** Answers the requests of a test; each test gives it the handlers of its own backend. */
export const server = setupServer();
