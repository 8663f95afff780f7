import { useEffect, useRef } from 'react';
import type { Step } from './checkout-state.ts';

const steps: readonly Step[] = ['address', 'payment', 'review'];
const stepInUrl = (): Step => {
  const named = new URLSearchParams(location.search).get('step');
  return steps.find((step) => step === named) ?? 'address';
};

/** The step stands in the address of the page, so that Back leads to the step before and not out of the checkout. */
export const useStepInUrl = (step: Step, show: (step: Step) => void): void => {
  const isFirst = useRef(true);
  useEffect(() => {
    // What was given before a reload is taken up only now, and leads to the step that the address names.
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (wasFirst || stepInUrl() === step) return;
    history.pushState(null, '', step === 'address' ? '/checkout' : `/checkout?step=${step}`);
  }, [step]);

  useEffect(() => {
    const follow = () => show(stepInUrl());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [show]);
};
