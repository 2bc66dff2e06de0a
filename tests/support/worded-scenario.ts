import { textScenario } from './text-scenario';

const words = (text: string) => ({ en: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

/** `textScenario` with every section worded in the authentic language, so that a version of it can be offered for signature. */
export const wordedScenario = {
  ...textScenario,
  sections: {
    ...textScenario.sections,
    'value-proposition': words('Machines are paid for by the hour.'),
    'revenue-mechanism': words('A fee for each hour of use.'),
    'business-model-innovation': words('The maker takes the risk of standing still.'),
  },
};
