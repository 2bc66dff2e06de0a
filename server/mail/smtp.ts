import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import type { ComposedMail } from './compose-mail';

/** How handing a mail to the mail server ended: taken; refused for good; or for now, without it having been taken. */
export type Delivery = 'taken' | 'refused' | 'later' | 'unknown';

interface OutgoingMail extends ComposedMail {
  readonly id: string;
  readonly from: string;
  readonly to: { readonly name: string; readonly email: string };
}

export interface SmtpSession {
  /** Never throws. `unknown`: the line broke after the mail had begun to go out, so that it may or may not have been taken. */
  deliver(mail: OutgoingMail): Promise<Delivery>;
  close(): void;
}

const patience = 30_000;

/**
 * Connects to a mail server and signs in.
 * @param url `smtp://` (upgraded to TLS where the server offers it) or `smtps://`, with user and password if it wants them
 * @throws if the server cannot be reached or does not let us in
 */
export async function openSmtp(url: string): Promise<SmtpSession> {
  const { host, port, secure, tls } = parseConnectionUrl(url);
  const { username, password } = new URL(url);
  const connection = new SMTPConnection({ host, port, secure, tls, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience });
  let broken: (error: Error) => void = () => {};
  connection.on('error', (error: Error) => broken(error)); // without a listener an error of an idle line would end the process
  connection.on('end', () => broken(new Error('the mail server has hung up')));
  await new Promise<void>((resolve, reject) => {
    broken = reject;
    connection.connect((error) => {
      if (error) return reject(error);
      if (!username) return resolve();
      connection.login({ credentials: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }, (refused) => (refused ? reject(refused) : resolve()));
    });
  }).catch((error: unknown) => {
    connection.close();
    throw error;
  });
  return {
    async deliver(mail) {
      const { from, to } = mail;
      const message = await composed(mail).catch(() => null);
      if (!message) return 'later'; // nothing has gone out
      let begun = false;
      const body = new Readable({
        read() {
          begun = true; // asked for only after the server has said that it takes the mail's text
          this.push(message);
          this.push(null);
        },
      });
      return new Promise<Delivery>((resolve) => {
        const end = (error: (Error & { responseCode?: number }) | null): void => {
          if (!error) return resolve('taken');
          if (error.responseCode !== undefined) return resolve(error.responseCode >= 500 ? 'refused' : 'later');
          resolve(begun ? 'unknown' : 'later');
        };
        broken = end;
        connection.send({ from, to: [to.email] }, body, (error) => end(error));
      });
    },
    close: () => connection.quit(),
  };
}

/** The bytes of a mail. @throws if they cannot be made */
async function composed({ id, from, to, subject, text, html }: OutgoingMail): Promise<Buffer> {
  return new MailComposer({
    messageId: `<${id}@${from.split('@')[1]}>`,
    from: { name: 'Accord', address: from },
    to: { name: to.name, address: to.email },
    subject,
    text,
    html,
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
