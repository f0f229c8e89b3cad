import type { HttpHandler } from 'msw';
import type { Backend } from '../backend';
import { audienceHandlers } from './audiences';
import { challengerHandlers } from './challenger';
import { customerHandlers } from './customers';
import { distributionHandlers } from './distribution';
import { draftHandlers } from './drafts';
import { importHandlers } from './imports';
import { jobHandlers } from './jobs';
import { limitHandlers } from './limits';
import { modelHandlers } from './models';
import { modelVersionHandlers } from './modelVersions';
import { monitoringHandlers } from './monitoring';
import { overviewHandlers } from './overview';
import { presenceHandlers } from './presence';
import { sessionHandlers } from './session';
import { settingsHandlers } from './settings';
import { shadowHandlers } from './shadows';
import { simulationHandlers } from './simulations';
import { strategyHandlers } from './strategy';

/** A made-up server with the HTTP interface of the real one. */
export const handlers = (backend: Backend): HttpHandler[] => [
  ...sessionHandlers(backend),
  ...overviewHandlers(backend),
  ...customerHandlers(backend),
  ...challengerHandlers(backend),
  ...strategyHandlers(backend),
  ...distributionHandlers(backend),
  ...draftHandlers(backend),
  ...presenceHandlers(backend),
  ...limitHandlers(backend),
  ...audienceHandlers(backend),
  ...importHandlers(backend),
  ...jobHandlers(backend),
  ...settingsHandlers(backend),
  ...modelHandlers(backend),
  ...modelVersionHandlers(backend),
  ...simulationHandlers(backend),
  ...monitoringHandlers(backend),
  ...shadowHandlers(backend),
];
