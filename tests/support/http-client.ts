/** Somebody who speaks HTTP to a running Accord, keeping cookies as a browser does, and follows no redirect by itself. */
export class HttpClient {
  private readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  /** The `Cookie` header that it would send now. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async fetch(path: string, init: RequestInit & { readonly headers?: Record<string, string> } = {}): Promise<Response> {
    const answer = await fetch(new URL(path, this.url), { redirect: 'manual', ...init, headers: { cookie: this.cookie, origin: this.url, ...init.headers } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /max-age=0\b|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    return answer;
  }

  /** Sends a value as JSON. */
  send(method: string, path: string, value?: unknown): Promise<Response> {
    return this.fetch(path, { method, ...(value !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }) });
  }

  /** Signs in through next-auth's own endpoint, as the sign-in page does. */
  async signIn(email: string, password: string): Promise<Response> {
    return this.postToAuth('/api/auth/callback/credentials', { email, password });
  }

  /** Signs out as the menu does. */
  signOut(): Promise<Response> {
    return this.postToAuth('/api/auth/signout', {});
  }

  /** Who next-auth says is signed in; null: nobody. */
  async whoAmI(): Promise<string | null> {
    const session = (await (await this.fetch('/api/auth/session')).json()) as { user?: { email: string } } | null;
    return session?.user?.email ?? null;
  }

  /** The same cookies in another's hands. */
  copy(): HttpClient {
    const copy = new HttpClient(this.url);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  private async postToAuth(path: string, fields: Record<string, string>): Promise<Response> {
    const { csrfToken } = (await (await this.fetch('/api/auth/csrf')).json()) as { csrfToken: string };
    return this.fetch(path, { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true', ...fields }) });
  }
}
