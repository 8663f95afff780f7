/** Stands beside the name of whoever cannot sign in. */
export const DisabledMark = () => (
  <span className="inline-flex items-center rounded-sm border border-flag-red px-1.5 py-px text-[0.82rem] leading-snug font-medium whitespace-nowrap text-flag-red">
    Disabled
  </span>
);
