import { Client, type ClientConfig } from 'pg';
import { notificationChannel, type Notification } from '@/lib/db/notifications';

const firstPause = 200;
const longestPause = 2_000;

/** Listens to what rows announce (lib/db/notifications), on a connection of its own that comes back by itself. */
export class NotificationListener {
  private client: Client | null = null;
  private pause = firstPause;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  /** @param onConnected called after each (re)connection: what was announced before may have been missed */
  constructor(
    private readonly config: ClientConfig,
    private readonly onNotification: (notification: Notification) => void,
    private readonly onConnected: () => void,
    private readonly onTrouble: (error: unknown) => void,
  ) {
    void this.connect();
  }

  get isListening(): boolean {
    return this.client !== null;
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = new Client({ ...this.config, keepAlive: true });
    let lost = false;
    const lose = (error: unknown): void => {
      if (lost) return;
      lost = true;
      if (this.client === client) this.client = null;
      client.end().catch(() => {});
      if (this.closed) return;
      this.onTrouble(error);
      this.retry = setTimeout(() => void this.connect(), this.pause * (0.5 + Math.random()));
      this.pause = Math.min(this.pause * 2, longestPause);
    };
    client.on('error', lose);
    client.on('end', () => lose(new Error('the connection has ended')));
    client.on('notification', ({ payload }) => this.receive(payload));
    try {
      await client.connect();
      await client.query(`listen ${notificationChannel}`);
    } catch (error) {
      lose(error);
      return;
    }
    if (this.closed) return void client.end().catch(() => {});
    this.client = client;
    this.pause = firstPause;
    this.onConnected();
  }

  private receive(payload: string | undefined): void {
    try {
      this.onNotification(JSON.parse(payload ?? '') as Notification);
    } catch (error) {
      this.onTrouble(error);
    }
  }
}
