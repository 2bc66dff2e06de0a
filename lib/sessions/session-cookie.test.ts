import { describe, expect, it } from 'vitest';
import { sessionCookieName, sessionTokenFromCookies } from './session-cookie';

describe("the session's cookie", () => {
  it('is bound to TLS where the address is', () => {
    expect(sessionCookieName('https://accord.example.org')).toBe('__Secure-next-auth.session-token');
    expect(sessionCookieName('http://localhost:3000')).toBe('next-auth.session-token');
    expect(sessionCookieName('')).toBe('next-auth.session-token');
  });

  it('is found among others', () => {
    expect(sessionTokenFromCookies('locale=de; next-auth.session-token=abc.def==; theme=dark', 'next-auth.session-token')).toBe('abc.def==');
  });

  it('is not taken for another one', () => {
    expect(sessionTokenFromCookies('__Secure-next-auth.session-token=a; xnext-auth.session-token=b; next-auth.session-token.x=c', 'next-auth.session-token')).toBeNull();
    expect(sessionTokenFromCookies('next-auth.session-token=a', '__Secure-next-auth.session-token')).toBeNull();
  });

  it('is joined from its chunks, in the order of their numbers', () => {
    const chunks = ['10=k', '2=c', '0=a', '1=b', '3=d', '4=e', '5=f', '6=g', '7=h', '8=i', '9=j'].map((chunk) => `s.${chunk}`);
    expect(sessionTokenFromCookies(chunks.join('; '), 's')).toBe('abcdefghijk');
  });

  it.each([undefined, '', ';;;', 'next-auth.session-token', 'next-auth.session-token='])('is missing in %j', (header) => {
    expect(sessionTokenFromCookies(header, 'next-auth.session-token')).toBeNull();
  });
});
