import { chineseFacts } from './facts-cn';
import { germanFacts } from './facts-de';
import type { ReportedScenario } from './reported-scenario';

/** What the report says of its fifteen examples, in its order. */
export const facts: readonly ReportedScenario[] = [...chineseFacts, ...germanFacts];
