/** An e-mail address as accounts are found by: without spaces around, in lower case, of letters that Postgres can hold. */
export function normalizeEmail(email: string): string {
  return email.replaceAll('\0', '').toWellFormed().trim().toLowerCase().slice(0, 320);
}

/** True for what looks like an e-mail address; whether somebody reads it shows only when its owner spends the invitation. */
export function isEmail(email: string): boolean {
  return /^[^\s@<>"'`,;]+@[^\s@<>"'`,;]+\.[^\s@<>"'`,;.]+$/u.test(email) && email.length <= 320;
}
