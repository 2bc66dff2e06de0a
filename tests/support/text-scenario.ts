/** A small network with one enterprise's assessment and one section, for tests of what is written and read. */
export const textScenario = {
  roles: [
    { id: 'maker', label: { en: 'Machine maker', de: 'Maschinenbauer', zh: '机器制造商' }, phases: { before: { enterprise: 'acme' }, after: { enterprise: 'acme' } } },
    { id: 'user', label: { en: 'Machine user' }, phases: { before: {}, after: {} } },
    { id: 'insurer', label: { en: 'Insurer' }, phases: { before: {}, after: {} } },
  ],
  relations: [{ id: 'sells', label: { en: 'delivers machine' }, kind: 'product', source: 'maker', target: 'user', phases: ['before', 'after'] }],
  enterprises: [{ id: 'acme', name: { en: 'Acme' }, colour: 0 }],
  assessment: {
    acme: { who: { change: 'significant', rationale: 'New customers.' }, what: { change: null, rationale: '' }, how: { change: 'none', rationale: '' }, value: { change: 'none', rationale: '' } },
  },
  sections: {
    description: {
      en: [
        { type: 'paragraph', content: [{ type: 'text', text: 'First paragraph.' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Second paragraph.' }] },
      ],
    },
  },
};
