// The WebSocket of a lesson: requests with their answers, and a new connection when the old one is lost.

import type { Message } from "./model";

export interface Listener { opened(): void; closed(refused: boolean): void; message(message: Message): void }

export class Connection {
  private readonly waiting = new Map<string, { resolve: (content: Record<string, any>) => void; reject: (error: Error) => void }>();
  private socket: WebSocket | undefined;
  private failures = 0;

  constructor(private readonly lesson: string, private readonly listener: Listener) {
    this.connect();
  }

  get open(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Sends a message; the returned id names it in what comes back. */
  send(channel: Message["channel"], type: string, content: Record<string, unknown> = {}, metadata: Record<string, unknown> = {}): string {
    const id = crypto.randomUUID();
    const header = { msg_id: id, msg_type: type, session: "page", username: "learner", date: new Date().toISOString(), version: "5.3" };
    if (this.open) this.socket!.send(JSON.stringify({ channel, header, parent_header: {}, metadata, content }));
    return id;
  }

  /** Sends a request and waits for the answer to it. */
  request(channel: Message["channel"], type: string, content: Record<string, unknown> = {}): Promise<Record<string, any>> {
    if (!this.open) return Promise.reject(new Error("There is no connection."));
    const id = this.send(channel, type, content);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private connect(): void {
    const socket = new WebSocket(`ws://${location.host}/socket/${encodeURIComponent(this.lesson)}`);
    this.socket = socket;
    socket.onopen = () => { this.failures = 0; this.listener.opened(); };
    socket.onmessage = event => this.take(JSON.parse(event.data as string) as Message);
    socket.onclose = () => {
      for (const { reject } of this.waiting.values()) reject(new Error("The connection was lost."));
      this.waiting.clear();
      this.failures++;
      this.listener.closed(this.failures > 2);
      setTimeout(() => this.connect(), Math.min(5000, 250 * 2 ** this.failures));
    };
  }

  private take(message: Message): void {
    const parent = message.parent_header.msg_id ?? "";
    const waiter = message.header.msg_type.endsWith("_reply") ? this.waiting.get(parent) : undefined;
    if (waiter) {
      this.waiting.delete(parent);
      waiter.resolve(message.content);
    } else {
      this.listener.message(message);
    }
  }
}
