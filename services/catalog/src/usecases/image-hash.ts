import { createHash } from 'node:crypto';

/** Names the content of an image in its address. */
export const imageHash = (content: Buffer): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);
