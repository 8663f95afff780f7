import { request, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Passes WebSocket upgrades on to the storefront's development server, which reloads pages through them. */
export const forwardUpgrades = (server: Server, target: string): void => {
  server.on('upgrade', (req, socket: Duplex, head) => {
    // The path as it came, never resolved: `//another.host/` would lead away from the target.
    const upstream = request(target, { path: req.url, method: 'GET', headers: req.headers });
    const end = () => socket.destroy();
    socket.on('error', () => upstream.destroy());
    upstream.on('error', end);
    upstream.on('response', end);
    upstream.on('upgrade', (answer, upstreamSocket, upstreamHead) => {
      const headers = answer.rawHeaders.reduce(
        (text, part, at) => text + part + (at % 2 === 0 ? ': ' : '\r\n'),
        'HTTP/1.1 101 Switching Protocols\r\n',
      );
      socket.write(`${headers}\r\n`);
      socket.write(upstreamHead);
      upstreamSocket.write(head);
      upstreamSocket.on('error', end);
      socket.on('close', () => upstreamSocket.destroy());
      upstreamSocket.pipe(socket).pipe(upstreamSocket);
    });
    upstream.end();
  });
};
