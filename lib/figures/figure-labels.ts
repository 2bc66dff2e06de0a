/** The words of a network figure: messages of the namespace `figures`. */
export const networkLabelKeys = ['network', 'before', 'after', 'product', 'data', 'unspecified', 'white', 'added', 'dropped', 'unnamed', 'no-roles'] as const;
export type NetworkLabels = Readonly<Record<(typeof networkLabelKeys)[number], string>>;

/** The words of a comparison of two networks: messages of the namespace `figures`. */
export const comparisonLabelKeys = [
  ...networkLabelKeys,
  'comparison',
  'mark-added',
  'mark-dropped',
  'mark-moved',
  'mark-rerouted',
  'mark-relabelled',
  'mark-kind',
] as const;
export type ComparisonLabels = Readonly<Record<(typeof comparisonLabelKeys)[number], string>>;

/** The words of an assessment figure: messages of the namespace `figures`. */
export const assessmentLabelKeys = [
  'assessment',
  'who',
  'what',
  'how',
  'value',
  'who-subject',
  'what-subject',
  'how-subject',
  'value-subject',
  'significant',
  'none',
  'not-applicable',
  'unjudged',
  'innovated',
  'not-innovated',
  'open',
  'new-enterprise',
  'unnamed',
  'no-enterprises',
] as const;
export type AssessmentLabels = Readonly<Record<(typeof assessmentLabelKeys)[number], string>>;

/** The words of an overview of a collection: messages of the namespace `figures`. */
export const overviewLabelKeys = ['overview', 'number', 'scenario', 'origin', 'business-models', 'relates', 'innovated', 'not-innovated', 'open', 'new-enterprise', 'unnamed', 'untitled', 'no-scenarios'] as const;
export type OverviewLabels = Readonly<Record<(typeof overviewLabelKeys)[number], string>>;

/** @param t translates a key of the namespace `figures`, e.g. what next-intl's `getTranslations('figures')` gives */
export function figureLabels<K extends string>(keys: readonly K[], t: (key: K) => string): Readonly<Record<K, string>> {
  return Object.fromEntries(keys.map((key) => [key, t(key)])) as Record<K, string>;
}
