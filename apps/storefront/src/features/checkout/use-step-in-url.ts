import { useEffect, useRef } from 'react';
import type { Step } from './checkout-state.ts';

const steps: readonly Step[] = ['contact', 'address', 'payment', 'review'];
const stepInUrl = (first: Step): Step => {
  const named = new URLSearchParams(location.search).get('step');
  return steps.find((step) => step === named) ?? first;
};

/** The step stands in the address of the page, so that Back leads to the step before and not out of the checkout. */
export const useStepInUrl = (step: Step, first: Step, show: (step: Step) => void, path: string): void => {
  const isFirst = useRef(true);
  useEffect(() => {
    // What was given before a reload is taken up only now, and leads to the step that the address names.
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (wasFirst || stepInUrl(first) === step) return;
    history.pushState(null, '', step === first ? path : `${path}?step=${step}`);
  }, [step, first, path]);

  useEffect(() => {
    const follow = () => show(stepInUrl(first));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [show, first]);
};
