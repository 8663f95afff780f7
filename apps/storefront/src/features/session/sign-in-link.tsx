'use client';

import { LogIn } from 'lucide-react';
import { usePathname } from 'next/navigation';

/** Leaves the shop for the sign-in page, so it is a plain link; afterwards the shopper is back where they were. */
export const SignInLink = () => {
  const pathname = usePathname();
  return (
    <a
      href={`/auth/login?returnTo=${encodeURIComponent(pathname)}`}
      className="flex h-11 items-center gap-2 rounded-sm px-2 font-medium hover:bg-land"
    >
      <LogIn size={20} aria-hidden />
      <span className="max-sm:sr-only">Sign in</span>
    </a>
  );
};
