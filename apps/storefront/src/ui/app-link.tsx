'use client';

import Link, { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';
import { usePathIn } from '../i18n/use-path-in.ts';

const UnderWay = () => (useLinkStatus().pending ? <span data-under-way hidden /> : null);

type AppLinkProps = Omit<ComponentProps<typeof Link>, 'href'> & { href: string };

/**
 * A link within the shop, to a page in the language of this one. Pages are made per request, so nothing is fetched before
 * somebody asks for it.
 */
export const AppLink = ({ children, href, ...props }: AppLinkProps) => (
  <Link prefetch={false} href={usePathIn()(href)} {...props}>
    {children}
    <UnderWay />
  </Link>
);
