import * as Y from 'yjs';
import { projectScenario } from '@/lib/document/project-scenario';
import { sharingParts } from '@/lib/document/sharing-parts';
import type { Scenario } from '@/lib/domain/scenario';
import type { RoomDocument } from './room-document';
import type { RoomLog } from './room-log';

/** Fewer updates than this are read as fast as a checkpoint. */
const checkpointWorthIt = 50;

interface UpkeepParts {
  readonly log: RoomLog;
  readonly summaryAfter: number;
  readonly checkpointEvery: number;
  readonly saveSummary: (scenario: Scenario, seq: number) => Promise<void>;
  readonly onTrouble: (what: string, error: unknown) => void;
  /** Called when a summary is due; the room calls `saveSummary` between two rounds. */
  readonly onDue: () => void;
}

/** What follows from a room's edits, a little later: the summary that lists show, and checkpoints. Failing here harms nobody. */
export class Upkeep {
  isDue = false;
  private changed = false;
  private summarised: Scenario | null = null;
  private timer: NodeJS.Timeout | null = null;
  private checkpointing: Promise<void> | null = null;

  constructor(private readonly parts: UpkeepParts) {}

  /** The document has changed, and is as stored. */
  afterChange(document: RoomDocument): void {
    this.changed = true;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.isDue = true;
      this.parts.onDue();
    }, this.parts.summaryAfter);
    if (document.sinceCheckpoint >= this.parts.checkpointEvery) void this.writeCheckpoint(document);
  }

  /** Writes what lists show. If it fails, the next change or the last to leave tries again. */
  async saveSummary(document: RoomDocument): Promise<void> {
    this.isDue = false;
    if (!this.changed) return;
    this.changed = false;
    try {
      // what has not changed stays the same object, so that what was reckoned from it is still known (`itemsOf`)
      const scenario = sharingParts(this.summarised, projectScenario(document.doc));
      this.summarised = scenario;
      document.bounds.read(scenario);
      await this.parts.saveSummary(scenario, document.seq);
    } catch (error) {
      this.changed = true;
      this.parts.onTrouble('the summary could not be written', error);
    }
  }

  /** Everybody has left: writes what is still due. */
  async putAway(document: RoomDocument): Promise<void> {
    this.stop();
    await this.saveSummary(document);
    if (document.sinceCheckpoint >= checkpointWorthIt) void this.writeCheckpoint(document);
    await this.checkpointing;
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Writes a checkpoint beside the rounds; what it holds is fixed now. */
  private writeCheckpoint(document: RoomDocument): Promise<void> {
    if (this.checkpointing) return this.checkpointing;
    const state = Y.encodeStateAsUpdate(document.doc);
    document.sinceCheckpoint = 0;
    this.checkpointing = this.parts.log
      .checkpoint({ seq: document.seq, state })
      .catch((error: unknown) => this.parts.onTrouble('a checkpoint could not be written', error))
      .finally(() => (this.checkpointing = null));
    return this.checkpointing;
  }
}
