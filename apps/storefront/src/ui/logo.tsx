/** A bollard with a turn of rope, under the flag Q. The sign-in pages carry the same mark. */
const LogoMark = ({ className }: { className?: string }) => (
  <svg
    viewBox="0 0 48 48"
    aria-hidden="true"
    className={className}
    fill="none"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d="M24.4 4.2c-.3 6.1.2 12-.1 17.6" stroke="currentColor" />
    <path
      d="M25.2 5.1c4.3-1.3 8.2 1.2 12.9-.2-.3 3.4.3 6.3-.1 9.6-4.6 1.3-8.3-1.2-12.7.1z"
      fill="var(--color-flag-yellow)"
      stroke="var(--color-flag-yellow)"
      strokeWidth="1.2"
    />
    <path
      d="M14.6 22.6c-.6-2 1.1-3.5 3.2-3.4 4.4-.3 8.6-.3 12.9 0 2.1.1 3.4 1.6 2.9 3.5-.4 1.6-2.3 2-2.9 3.6-1.1 3.1-.4 6.4.6 9.5H16.9c1-3.2 1.6-6.6.5-9.8-.6-1.5-2.4-1.8-2.8-3.400z"
      fill="currentColor"
    />
    <path
      d="M16.2 30.400c4.9 2.1 10.6 2.2 15.7.1M16.4 33.200c4.7 1.9 10.4 2 15.3.1"
      stroke="var(--color-shoal-deep)"
    />
    <path
      d="M7.5 37.200c10.9-1 22-.9 33.1-.1M5.3 43.400c3.1-2.3 6.1-2.2 9.2-.1 3.2 2.1 6.3 2.1 9.5 0 3.1-2.2 6.3-2.1 9.4 0 3.2 2 6.2 2 9.3-.1"
      stroke="currentColor"
    />
  </svg>
);

export const Logo = () => (
  <span className="inline-flex items-center gap-2 max-xs:gap-1">
    <LogoMark className="h-11 w-11 shrink-0" />
    <span className="font-serif text-[1.65rem] leading-none font-semibold tracking-tight max-xs:text-[1.3rem] max-[22.4rem]:sr-only">
      Quayside
    </span>
  </span>
);
