import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  children: ReactNode;
  aside?: ReactNode;
}

export const Section = ({ title, children, aside }: SectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-10">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id={id} className="text-2xl">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
};
