import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Steps } from './steps.ts';

/** Reads what one connection asks: where its first message ends, once that can be told, and which step that is, if any. */
export interface StepReader {
  lengthOf(bytes: Buffer): number | undefined;
  stepOf(message: Buffer): string | undefined;
}

/**
 * A TCP link to the service at `to` that stops at each step of whoever asks: before the service hears of it, and before
 * the answer is back. It is for protocols whose connections wait for an answer before they ask again.
 */
export const steppingLink = async (
  to: string,
  { steps, read }: { steps: Pick<Steps, 'reach'>; read: () => StepReader },
): Promise<{ url: string; close(): Promise<void> }> => {
  const target = new URL(to);
  const sockets = new Set<Socket>();

  const carry = (near: Socket, far: Socket): void => {
    const { lengthOf, stepOf } = read();
    let asked: string | undefined;
    const lose = (): void => {
      near.destroy();
      far.destroy();
    };
    const forth = async (): Promise<void> => {
      let bytes: Buffer = Buffer.alloc(0);
      for await (const chunk of near as AsyncIterable<Buffer>) {
        bytes = bytes.length > 0 ? Buffer.concat([bytes, chunk]) : chunk;
        for (let length = lengthOf(bytes); length && length <= bytes.length; length = lengthOf(bytes)) {
          const message = bytes.subarray(0, length);
          bytes = bytes.subarray(length);
          const step = stepOf(message);
          if (step && (await steps.reach({ step, when: 'before' })) === 'is lost') return;
          asked = step ?? asked;
          far.write(message);
        }
      }
    };
    const back = async (): Promise<void> => {
      for await (const chunk of far as AsyncIterable<Buffer>) {
        const step = asked;
        asked = undefined;
        if (step && (await steps.reach({ step, when: 'after' })) === 'is lost') return;
        near.write(chunk);
      }
    };
    // Whichever end goes, the other goes with it.
    for (const way of [forth(), back()]) void way.catch(() => undefined).then(lose);
  };

  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const end of [near, far]) {
      sockets.add(end);
      end.setNoDelay(true);
      end.on('error', () => undefined);
      end.on('close', () => sockets.delete(end));
    }
    carry(near, far);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = new URL(to);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
};
