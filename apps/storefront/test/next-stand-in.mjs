// Makes its server as the one of Next.js does (`startServer`), and answers in its place.
import { createRequire } from 'node:module';

const http = createRequire(import.meta.url)('http');
const server = http.createServer((req, res) => {
  res.setHeader('x-forwarded-proto', req.headers['x-forwarded-proto'] ?? '').end(`page ${req.url}`);
});
server.keepAliveTimeout = 65_000;
server.listen(Number(process.env.PORT), process.env.HOSTNAME);
process.on('SIGTERM', () => server.close(() => process.exit(143)));
