import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TestLink {
  /** The given URL, by way of the link. */
  url: string;
  /** From now on every connection ends at once, those that are open as well. */
  cut(): void;
  mend(): void;
  /** Connections that are open stay so and carry nothing any more, as when a host vanishes; new ones work. */
  lose(): void;
  close(): Promise<void>;
}

/** A TCP link to the service at `to` that a test can cut or lose, so that whoever goes through finds the service away. */
export const testLink = async (to: string): Promise<TestLink> => {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((socket) => {
    const far = connect(Number(target.port), target.hostname);
    for (const end of [socket, far]) {
      sockets.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        sockets.delete(end);
        socket.destroy();
        far.destroy();
      });
    }
    if (isCut) socket.destroy();
    else socket.pipe(far).pipe(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  const url = new URL(to);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    cut,
    mend: () => void (isCut = false),
    lose: () => {
      for (const socket of sockets) socket.unpipe();
    },
    close: () => {
      cut();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
};
