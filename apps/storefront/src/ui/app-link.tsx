'use client';

import Link, { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';

const UnderWay = () => (useLinkStatus().pending ? <span data-under-way hidden /> : null);

/** A link within the shop. Pages are made per request, so nothing is fetched before somebody asks for it. */
export const AppLink = ({ children, ...props }: ComponentProps<typeof Link>) => (
  <Link prefetch={false} {...props}>
    {children}
    <UnderWay />
  </Link>
);
