import { z } from 'zod';
import { exchangeSchema, exchangeVersion } from './exchange-schema';

/** The published JSON Schema of the exchange format, as `/schema/scenario-<version>.json` serves it. */
export function exchangeJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(exchangeSchema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: `scenario-${exchangeVersion}.json`, title: 'Accord scenario', ...schema };
}
