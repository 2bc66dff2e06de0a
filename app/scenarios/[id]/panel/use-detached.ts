'use client';
import { useMemo } from 'react';
import type { Thread } from '@/lib/comments/thread';
import { sectionOf } from '@/lib/document/roots';
import { plainSection, resolveAnchor, type PlainSection } from '@/lib/document/text-anchors';
import { parseItemName } from '@/lib/domain/items';
import { useReady, useScenario, useSession } from '../session/hooks';

/** Threads that have lost what they were about: the range of text, or the whole item. None while the document is not here. */
export function useDetached(threads: readonly Thread[]): ReadonlyMap<string, 'range' | 'item'> {
  const { doc } = useSession();
  const ready = useReady();
  const scenario = useScenario();
  return useMemo(() => {
    const detached = new Map<string, 'range' | 'item'>();
    if (!ready) return detached;
    const ids = { role: new Set(scenario.roles.map(({ id }) => id)), relation: new Set(scenario.relations.map(({ id }) => id)), enterprise: new Set(scenario.enterprises.map(({ id }) => id)) };
    const texts = new Map<string, PlainSection>();
    for (const { id, item: name, anchor } of threads) {
      const item = parseItemName(name);
      switch (item?.kind) {
        case 'role':
        case 'relation':
        case 'enterprise':
          if (!ids[item.kind].has(item.id)) detached.set(id, 'item');
          break;
        case 'cell':
          if (!ids.enterprise.has(item.enterprise)) detached.set(id, 'item');
          break;
        case 'section': {
          if (!anchor) break;
          const fragment = sectionOf(doc, item.section, item.language);
          let plain = texts.get(name);
          if (!plain) texts.set(name, (plain = plainSection(fragment)));
          if (!resolveAnchor(fragment, anchor, plain)) detached.set(id, 'range');
          break;
        }
        default: // the scenario as a whole is always there
      }
    }
    return detached;
  }, [threads, doc, ready, scenario]);
}
