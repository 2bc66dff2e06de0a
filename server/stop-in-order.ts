import type { Log } from './log';

export interface Stopping {
  /** Adds what has just started; it is stopped before everything that started earlier. */
  add(name: string, stop: () => Promise<void>): void;
  /** Stops everything, once; a step that fails or hangs does not keep the others from stopping. */
  run(): Promise<void>;
}

const patiencePerStep = 6_000;
const patience = 9_500;

/** Collects what has to be stopped and stops it, newest first, when the process is asked to end (SIGTERM, SIGINT). */
export function stopInOrder(log: Log): Stopping {
  const steps: { readonly name: string; readonly stop: () => Promise<void> }[] = [];
  let running: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    for (let step = steps.pop(); step; step = steps.pop()) {
      const { name, stop } = step;
      try {
        await Promise.race([stop(), rejectAfter(patiencePerStep, `${name} did not stop in time`)]);
      } catch (error) {
        log.error({ err: error }, `stopping ${name} failed`);
      }
    }
  }

  const run = () => (running ??= stopAll());
  const end = (signal: string) => {
    if (running) return;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), patience).unref();
    void run().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  return { add: (name, stop) => void steps.push({ name, stop }), run };
}

function rejectAfter(milliseconds: number, message: string): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(message)), milliseconds).unref());
}
