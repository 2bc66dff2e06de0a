import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  /** As it came over the line. */
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** What the server does with mails from now on. */
  behave(behaviour: MailBehaviour): void;
  close(): Promise<void>;
}

/** `taking`; refusing for good or for now; taking the text and never answering; taking it and breaking the line. */
export type MailBehaviour = 'taking' | 'refusing' | 'busy' | 'silent' | 'breaking';

/** A real mail server on this machine; wants user `accord` with password `s:ecret`. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let behaviour: MailBehaviour = 'taking';
  const failure = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });
  const options: SMTPServerOptions = {
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, callback) =>
      username === 'accord' && password === 's:ecret' ? callback(null, { user: 'accord' }) : callback(failure(535, 'no')),
    onRcptTo: (_address, _session, callback) => {
      if (behaviour === 'refusing') return callback(failure(550, 'no such mailbox'));
      if (behaviour === 'busy') return callback(failure(451, 'try later'));
      callback();
    },
    onData: (stream, session, callback) => {
      let raw = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (raw += chunk));
      stream.on('end', () => {
        const [to] = session.envelope.rcptTo;
        received.push({ to: to!.address, raw });
        if (behaviour === 'taking') callback();
        if (behaviour === 'breaking') for (const each of connections) each.destroy();
      });
    },
  };
  const server = new SMTPServer(options);
  const connections = new Set<import('node:net').Socket>();
  server.server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  server.on('error', () => {}); // lines that break are part of the tests
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address();
  const own = address && typeof address === 'object' ? address.port : 0;
  return {
    url: `smtp://accord:s%3Aecret@127.0.0.1:${own}?from=accord@example.org`,
    received,
    behave: (next) => (behaviour = next),
    close: () =>
      new Promise((resolve) => {
        for (const each of connections) each.destroy();
        server.close(resolve);
      }),
  };
}
