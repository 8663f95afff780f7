import type { ReactNode } from 'react';

/** One part of the account page, with its title beside it where there is room. */
export const AccountSection = ({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) => (
  <section
    className="grid gap-x-12 gap-y-3 border-b border-rule py-8 md:grid-cols-[16rem_minmax(0,1fr)]"
    aria-labelledby={id}
  >
    <h2 id={id} className="text-2xl">
      {title}
    </h2>
    {children}
  </section>
);
