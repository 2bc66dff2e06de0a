import * as Y from 'yjs';
import { projectScenario } from '@/lib/document/project-scenario';
import { bounds } from '@/lib/domain/bounds';
import { measureScenario } from '@/lib/domain/measure-scenario';
import type { Scenario } from '@/lib/domain/scenario';

/** What an update makes a document grow by, at most. */
export interface Growth {
  structs: number;
  characters: number;
  /** Root types that the document has not had yet. */
  roots: number;
  /** Marks of deletion that it may take away, from whatever kind of entity. */
  undeleted: number;
  roles: number;
  relations: number;
  enterprises: number;
  notes: number;
  reasons: number;
  /** What cells of the assessment say or name: changes, reasons, evidence. */
  ofCells: number;
}

/**
 * A scenario at its bounds has some 1,350 root types. Yjs looks through all of them for each item that begins a list or a key
 * whenever it encodes: with many thousands the process would stand still.
 */
export const mostRoots = 2_000;

type ScenarioSize = ReturnType<typeof measureScenario>;

export const noGrowth: Readonly<Growth> = { structs: 0, characters: 0, roots: 0, undeleted: 0, roles: 0, relations: 0, enterprises: 0, notes: 0, reasons: 0, ofCells: 0 };

/**
 * Keeps a document within `bounds`. Counts along with what updates can add at most, and reads the document anew only when
 * that comes to a bound: so it costs next to nothing far from one.
 */
export class DocumentBounds {
  /** At least what the document holds; null until it has been read. */
  private size: ScenarioSize | null = null;

  /** At least what its state weighs; null until it has been weighed. */
  private storedBytes: number | null = null;

  /** True if the document stays within every bound with `update`. */
  allow(doc: Y.Doc, update: Uint8Array, growth: Readonly<Growth>): boolean {
    if (growth.structs === 0) return true; // what only takes away is always welcome
    if (growth.roots > 0 && doc.share.size + growth.roots > mostRoots) return false;
    if (this.storedBytes === null || this.storedBytes + update.length > bounds.storedBytes) {
      this.storedBytes = Y.encodeStateAsUpdate(doc).length;
      if (this.storedBytes + update.length > bounds.storedBytes) return false;
    }
    if (this.size && fits(grown(this.size, growth))) return true;
    this.size = measureScenario(projectScenario(doc));
    return fits(grown(this.size, growth)) || fits(sizeWith(doc, update));
  }

  /** Counts in an update that has become part of the document. */
  add(update: Uint8Array, growth: Readonly<Growth>): void {
    if (this.storedBytes !== null) this.storedBytes += update.length;
    if (this.size) this.size = grown(this.size, growth);
  }

  /** Takes the document's size from a reading of it that was made for another reason. */
  read(scenario: Scenario): void {
    this.size = measureScenario(scenario);
  }
}

function grown(size: ScenarioSize, growth: Readonly<Growth>): ScenarioSize {
  return {
    characters: size.characters + growth.characters,
    roles: size.roles + growth.roles + growth.undeleted,
    relations: size.relations + growth.relations + growth.undeleted,
    enterprises: size.enterprises + growth.enterprises + growth.undeleted,
    notes: size.notes + growth.notes + growth.undeleted,
    reasons: size.reasons + growth.reasons + growth.undeleted,
    evidenceOfCell: size.evidenceOfCell + growth.ofCells,
    reasonsOfCell: size.reasonsOfCell + growth.ofCells,
  };
}

function fits(size: ScenarioSize): boolean {
  return (Object.keys(size) as (keyof ScenarioSize)[]).every((bound) => size[bound] <= bounds[bound]);
}

function sizeWith(doc: Y.Doc, update: Uint8Array): ScenarioSize {
  const trial = new Y.Doc();
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(trial, update);
  return measureScenario(projectScenario(trial));
}
