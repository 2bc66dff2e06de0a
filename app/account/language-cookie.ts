/** The cookie by which a device remembers the language of the interface. */
export const languageCookie = { name: 'locale', options: { path: '/', maxAge: 365 * 24 * 60 * 60, sameSite: 'lax' } } as const;
