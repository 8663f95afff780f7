import { NextResponse, type NextProxy, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { env } from './env.ts';
import { pageAt, pathIn } from './i18n/paths.ts';
import { isSentToGerman } from './i18n/sent-to-german.ts';
import { askedPathHeader, localeHeader, nonceHeader } from './page-headers.ts';

/** Pages that are different for each visitor: none is for search engines. */
const privatePages = /^\/(account|admin|basket|checkout|orders)(\/|$)/;

const entryOf = (request: NextRequest): NextResponse | undefined => {
  if (request.nextUrl.pathname !== '/' || !isSentToGerman(request.headers)) return undefined;
  const response = NextResponse.redirect(
    new URL(pathIn('de', '/') + request.nextUrl.search, env.PUBLIC_ORIGIN),
  );
  response.headers.set('Cache-Control', 'no-store');
  return response;
};

/** Next reads the nonce from the request's policy and puts it on every script it writes; our own find it beside. */
export const proxy: NextProxy = (request) => {
  const entry = entryOf(request);
  if (entry) return entry;
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    paymentOrigin: env.PAYMENT_ORIGIN,
    isDevelopment: env.isDevelopment,
  });
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  headers.set(nonceHeader, nonce);
  headers.set(askedPathHeader, request.nextUrl.pathname + request.nextUrl.search);

  const { locale, path = request.nextUrl.pathname } = pageAt(request.nextUrl.pathname);
  headers.set(localeHeader, locale);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
  if (privatePages.test(path)) response.headers.set('X-Robots-Tag', 'noindex');
  return response;
};

export const config = { matcher: ['/((?!_next/static|healthz|readyz).*)'] };
