interface PolicyInput {
  nonce: string;
  paymentOrigin: string;
  /** The development server evaluates code, writes inline styles and speaks over a web socket. */
  isDevelopment: boolean;
}

export const contentSecurityPolicy = ({ nonce, paymentOrigin, isDevelopment }: PolicyInput): string =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' ${isDevelopment ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `worker-src 'self'`,
    `connect-src 'self'${isDevelopment ? ' ws: wss:' : ''}`,
    `frame-src ${paymentOrigin}`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
  ].join('; ');
