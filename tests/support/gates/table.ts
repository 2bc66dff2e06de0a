import { collectionGates } from './collection-gates';
import type { Gate } from './gate';
import { meetingGates } from './meeting-gates';
import { pageGates } from './page-gates';
import { peopleGates } from './people-gates';
import { scenarioGates } from './scenario-gates';
import { threadGates } from './thread-gates';

/** Every way of asking Accord for something over HTTP, and what everybody hears. */
export const gates: readonly Gate[] = [...scenarioGates, ...threadGates, ...meetingGates, ...collectionGates, ...peopleGates, ...pageGates];
