import { shortcut } from '../workspace/shortcut';

/** The letters that, with Shift, do something between the phases. */
export const phaseKeys = { copy: 'C', drop: 'D', new: 'N', tidy: 'T' } as const;

/** The keys as this device writes them. */
export const shownKey = (deed: keyof typeof phaseKeys): string => shortcut(`shift+${phaseKeys[deed]}`);
