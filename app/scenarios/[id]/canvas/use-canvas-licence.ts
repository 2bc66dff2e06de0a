'use client';
import { useEffect, useState } from 'react';
import { decideLicence, isGenuine, type CanvasLicence } from './canvas-licence';
import { licenceKey } from './licence-key';

export interface DecidedLicence {
  readonly licence: CanvasLicence;
  readonly key: string | null;
}

const isProduction = process.env.NODE_ENV === 'production';

/** Whether tldraw may be mounted on this page; null until that is known. The key is asked for only where one is needed. */
export function useCanvasLicence(): DecidedLicence | null {
  const [decided, setDecided] = useState<DecidedLicence | null>(() => {
    const licence = decideLicence({ hostname: location.hostname, isProduction, key: null, now: new Date() });
    return licence.mounts ? { licence, key: null } : null;
  });
  const isDecided = decided !== null;
  useEffect(() => {
    if (isDecided) return;
    let left = false;
    const decide = async (): Promise<void> => {
      const key = await licenceKey().catch(() => null);
      const licence = decideLicence({ hostname: location.hostname, isProduction, key, now: new Date() });
      const isForged = licence.mounts && key !== null && !(await isGenuine(key));
      if (!left) setDecided({ licence: isForged ? { mounts: false, reason: 'invalid' } : licence, key });
    };
    void decide();
    return () => {
      left = true;
    };
  }, [isDecided]);
  return decided;
}
