import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SeenCall {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface StandIn {
  url: string;
  /** Calls received, oldest first. */
  calls: SeenCall[];
  answer: (call: SeenCall, req: IncomingMessage, res: ServerResponse) => void;
  close(): Promise<void>;
}

const readAll = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** A neighbour of the gateway that records what reaches it and answers as told; by default `{}`. */
export const createStandIn = async (): Promise<StandIn> => {
  const standIn: Omit<StandIn, 'url' | 'close'> = {
    calls: [],
    answer: (_call, _req, res) => void res.setHeader('content-type', 'application/json').end('{}'),
  };
  const server = createServer((req, res) => {
    const note = (body: string): void => {
      const call = { method: req.method ?? '', url: req.url ?? '', headers: req.headers, body };
      standIn.calls.push(call);
      standIn.answer(call, req, res);
    };
    // What breaks off is no call.
    void readAll(req).then(note, () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(standIn, {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
};

export const json = (res: ServerResponse, status: number, body: unknown): void => {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** The JSON body of an answer. */
export const bodyOf = async (answer: Response) => (await answer.json()) as Record<string, unknown>;
