import { NextResponse, type NextProxy } from 'next/server';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { askedPathHeader } from './asked-path-header.ts';
import { env } from './env.ts';

/** Pages that are different for each visitor: none is for search engines. */
const privatePages = /^\/(account|admin|basket|checkout|orders)(\/|$)/;

/** Next reads the nonce from the request's policy and puts it on every script it writes. */
export const proxy: NextProxy = (request) => {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    paymentOrigin: env.PAYMENT_ORIGIN,
    isDevelopment: env.isDevelopment,
  });
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  headers.set(askedPathHeader, request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
  if (privatePages.test(request.nextUrl.pathname)) response.headers.set('X-Robots-Tag', 'noindex');
  return response;
};

export const config = { matcher: ['/((?!_next/static|healthz|readyz).*)'] };
