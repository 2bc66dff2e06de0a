import { meetingZones } from '@/lib/domain/meetings';
import { isZone } from '@/lib/meetings/local-time';

/** Every zone that this machine knows, both sides' first. */
export const zoneChoices = (): readonly string[] => [...new Set<string>([...meetingZones, ...Intl.supportedValuesOf('timeZone').filter(isZone)])];
