import 'server-only';
import { headers } from 'next/headers';
import { askedPathHeader } from '../../page-headers.ts';

/** Path and query of the page that is being made. */
export const askedPath = async (): Promise<string> => (await headers()).get(askedPathHeader) ?? '/';
