import type { Scenario } from '@/lib/domain/scenario';
import { exchangeFormat } from './exchange-schema';

/** What an exchange file holds; `/schema/scenario-<version>.json` describes it. */
export interface ExchangeFile {
  readonly format: typeof exchangeFormat;
  readonly version: number;
  readonly scenario: Omit<Scenario, 'schemaVersion'>;
}

/** The scenario as an exchange file; `importScenario` gives the same scenario back. */
export function exportScenario({ schemaVersion, ...scenario }: Scenario): ExchangeFile {
  return { format: exchangeFormat, version: schemaVersion, scenario };
}
