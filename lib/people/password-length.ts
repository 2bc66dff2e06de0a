/** Characters that a new password has at least: long rather than odd (NIST SP 800-63B, 5.1.1.2), no composition rules. */
export const shortestPassword = 10;
