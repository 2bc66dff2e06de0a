/**
 * The value `now`, with the very objects of `before` wherever both say the same; `before` itself if they do throughout.
 * Entities (objects with an `id`) in a list are recognised by it. For plain data only.
 */
export function sharingParts<T>(before: unknown, now: T): T {
  if (Object.is(before, now) || !isObject(before) || !isObject(now)) return now;
  if (Array.isArray(now)) return Array.isArray(before) ? (sharingItems(before, now) as T) : now;
  if (Array.isArray(before)) return now;
  const entries = Object.entries(now).map(([key, value]) => [key, sharingParts(ownOf(before, key), value)] as const);
  const isSame = entries.length === Object.keys(before).length && entries.every(([key, value]) => Object.hasOwn(before, key) && Object.is(value, before[key]));
  return (isSame ? before : Object.fromEntries(entries)) as T;
}

const ownOf = (object: Record<string, unknown>, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

function sharingItems(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const known = new Map(before.flatMap((item) => (idOf(item) === null ? [] : [[idOf(item), item]])));
  let isSame = before.length === now.length;
  const items = now.map((item, index) => {
    const id = idOf(item);
    const shared = sharingParts(id === null ? before[index] : known.get(id), item);
    isSame &&= Object.is(shared, before[index]);
    return shared;
  });
  return isSame ? before : items;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function idOf(item: unknown): string | null {
  return isObject(item) && typeof item.id === 'string' ? item.id : null;
}
