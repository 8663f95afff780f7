import type { Request, Response } from 'express';
import { callerUntil } from './caller-facts.ts';

export interface EventStream {
  /** Sends one event; `data` goes out as JSON. A client that does not read loses the connection, not our memory. */
  send(event: { event: string; data: unknown; id?: string }): void;
  /** Ends the stream; the browser reconnects by itself. */
  close(): void;
  onClose(listener: () => void): void;
}

const heartbeatMs = 20_000;
const bufferLimit = 64 * 1024;

/**
 * Answers with Server-Sent Events (WHATWG HTML, section 9.2): head at once, a comment every 20 s. It ends with the token
 * that came with the request; the browser comes again with a fresh one, if it still may.
 */
export const openEventStream = (req: Request, res: Response): EventStream => {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  const write = (chunk: string): void => {
    if (res.writableEnded || res.destroyed) return;
    if (res.writableLength > bufferLimit) res.destroy();
    else res.write(chunk);
  };
  // Whoever asks for the head alone would wait for ever, as would the next answer on the connection.
  if (req.method === 'HEAD') res.end();
  write('retry: 1000\n\n');
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  req.socket.setNoDelay(true);
  const until = callerUntil(req);
  const end = until === undefined ? undefined : setTimeout(() => res.end(), Math.max(0, until - Date.now()));
  res.on('close', () => {
    clearInterval(heartbeat);
    clearTimeout(end);
  });
  return {
    send: ({ event, data, id }) =>
      write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    close: () => void res.end(),
    onClose: (listener) => void res.on('close', listener),
  };
};
