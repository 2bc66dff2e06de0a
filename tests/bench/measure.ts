import { loadavg } from 'node:os';

/** Runs something so many times and says how long it took. */
export function measure(what: string, rounds: number, run: () => unknown): void {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  }).sort((a, b) => a - b);
  console.log(`${what}: median ${times[Math.floor(rounds / 2)]!.toFixed(1)} ms, slowest ${times.at(-1)!.toFixed(1)} ms of ${rounds} (load ${loadavg()[0]!.toFixed(1)})`);
}
