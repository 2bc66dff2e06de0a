import type { Database } from '@/lib/db/client';
import { collectMails } from '@/lib/inbox/collect-mails';
import { claimMail, dueMails, giveUpOrphans, postponeMail, settleMail, type QueuedMail } from '@/lib/inbox/mail-queue';
import { readMail } from '@/lib/inbox/read-mail';
import type { Log } from '../log';
import { composeMail } from './compose-mail';
import { locks, underLock } from '../under-lock';
import { openSmtp, type SmtpSession } from './smtp';

const mostAttempts = 10;
const longestPause = 60 * 60_000;

export interface MailJobParts {
  readonly db: Database;
  readonly smtp: { readonly url: string; readonly from: string };
  /** The installation's own address, for links. */
  readonly address: string;
  readonly log: Log;
  /** Milliseconds between two rounds, and before the first retry of a mail; each further one waits twice as long. */
  readonly every?: number;
  readonly firstPause?: number;
}

export interface MailJob {
  /** One round now; for tests. */
  round(now?: Date): Promise<void>;
  /** Lets the round under way end. */
  close(): Promise<void>;
}

/**
 * Sends mails of what came into inboxes, from one process at a time. A mail is claimed, and that committed, before its first
 * byte goes out: a process that is killed loses at most the mail it was just sending, and nobody gets one twice. What the mail
 * server does not take for now is tried again, later and later.
 */
export function startMailJob({ db, smtp, address, log, every = 10_000, firstPause = 30_000 }: MailJobParts): MailJob {
  const pauseAfter = (attempts: number): number => Math.min(longestPause, firstPause * 2 ** Math.min(attempts, 20));
  let running: Promise<void> | null = null;
  let closed = false;
  const timer = setInterval(() => void round().catch((error: unknown) => log.warn({ err: error }, 'mails could not be sent')), every);

  function round(now = new Date()): Promise<void> {
    if (closed) return Promise.resolve();
    return (running ??= underLock(db, locks.mail, () => sendDue(now)).finally(() => (running = null)));
  }

  async function sendDue(now: Date): Promise<void> {
    const orphans = await giveUpOrphans(db);
    if (orphans > 0) log.warn({ orphans }, 'mails that were being sent when Accord ended are not sent again');
    await collectMails(db, now);
    const due = await dueMails(db, now);
    if (due.length > 0) await send(due, now);
  }

  async function send(due: readonly QueuedMail[], now: Date): Promise<void> {
    let session: SmtpSession | null = null;
    try {
      for (const mail of due) {
        if (closed) return;
        const content = await readMail(db, mail.id, mail.person);
        if (!content) {
          await postponeMail(db, mail.id, null);
          continue;
        }
        try {
          session ??= await openSmtp(smtp.url);
        } catch (error) {
          log.warn({ err: error }, 'the mail server cannot be reached');
          await postponeMail(db, mail.id, again(mail, now));
          return; // the others are as due in the next round
        }
        const composed = await composeMail(content, address);
        if (!(await claimMail(db, mail.id))) continue;
        const delivery = await session.deliver({ ...composed, id: mail.id, from: smtp.from, to: content.to });
        if (delivery !== 'taken') {
          log.warn({ mail: mail.id, delivery }, 'a mail was not taken');
          session.close(); // whatever state it is in
          session = null;
        }
        await settleMail(db, mail.id, delivery === 'taken' ? 'sent' : delivery === 'later' ? retry(mail, now) : 'dropped');
      }
    } finally {
      session?.close();
    }
  }

  const again = (mail: QueuedMail, now: Date): Date | null => (mail.attempts + 1 >= mostAttempts ? null : new Date(now.getTime() + pauseAfter(mail.attempts)));
  function retry(mail: QueuedMail, now: Date): 'dropped' | { again: Date } {
    const until = again(mail, now);
    return until ? { again: until } : 'dropped';
  }

  return {
    round,
    async close() {
      closed = true;
      clearInterval(timer);
      await running?.catch(() => {});
    },
  };
}
