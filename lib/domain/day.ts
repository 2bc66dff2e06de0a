const form = /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** True for a day of the calendar in this millennium or the last, `2026-11-30`. */
export function isDay(value: string): boolean {
  return form.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}
