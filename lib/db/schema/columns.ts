import { customType } from 'drizzle-orm/pg-core';

/** `bytea`, as node-postgres gives it. */
export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});
