import { byKey } from './by-key';
import type { Localized } from './languages';
import { ownReasonLabel } from './reasons';
import { dimensions, type Cell, type Change, type Claim, type Dimension, type Scenario } from './scenario';

/** A reason for a change; `label` null: a standard one. */
export interface NamedReason {
  readonly id: string;
  readonly label: Localized | null;
}

/** What overviews and checks over many scenarios know of a cell. */
export interface JudgedCell {
  readonly change: Change | null;
  readonly reasons: readonly NamedReason[];
}

/** An enterprise as overviews show it: what is judged of its business model, without the words for it. */
export interface AssessedEnterprise {
  readonly id: string;
  readonly name: Localized;
  readonly newInFuture: boolean;
  /** The verdict that the wording pronounces. */
  readonly claim: Claim | null;
  readonly cells: Readonly<Record<Dimension, JudgedCell>>;
}

/** The enterprises of a scenario in their order, as overviews show them. */
export function assessedEnterprises(scenario: Pick<Scenario, 'enterprises' | 'assessment' | 'reasons'>): AssessedEnterprise[] {
  const judged = (cell: Cell | undefined): JudgedCell => ({ change: cell?.change ?? null, reasons: (cell?.reasons ?? []).map((id) => ({ id, label: ownReasonLabel(scenario, id) ?? null })) });
  return scenario.enterprises.map(({ id, name, newInFuture, claim }) => ({ id, name, newInFuture, claim, cells: byKey(dimensions, (dimension) => judged(scenario.assessment[id]?.[dimension])) }));
}
