import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: too many to guess, so that a plain digest of them gives nothing away. Known by how it begins. */
export const newSecret = (): string => `qsk_${randomBytes(32).toString('base64url')}`;

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
