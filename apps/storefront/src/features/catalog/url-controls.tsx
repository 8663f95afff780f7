'use client';

import { type ComponentProps, type RefObject, useEffect, useRef } from 'react';

/*
 * Controls of a form whose state is the URL's. They follow it, also when somebody goes back, and are never made
 * anew, which would take the focus from under a keyboard.
 */

const useFollowing = <E extends HTMLElement>(
  value: unknown,
  follow: (control: E) => void,
): RefObject<E | null> => {
  const control = useRef<E>(null);
  const current = useRef(follow);
  useEffect(() => {
    current.current = follow;
  });
  useEffect(() => {
    if (control.current) current.current(control.current);
  }, [value]);
  return control;
};

export const TickBox = ({ checked, ...box }: ComponentProps<'input'> & { checked: boolean }) => {
  const ref = useFollowing<HTMLInputElement>(checked, (input) => (input.checked = checked));
  return <input {...box} ref={ref} type="checkbox" defaultChecked={checked} />;
};

export const Radio = ({ checked, ...button }: ComponentProps<'input'> & { checked: boolean }) => {
  const ref = useFollowing<HTMLInputElement>(checked, (input) => (input.checked = checked));
  return <input {...button} ref={ref} type="radio" defaultChecked={checked} />;
};

export const TextBox = ({ value, ...box }: ComponentProps<'input'> & { value: string }) => {
  const ref = useFollowing<HTMLInputElement>(value, (input) => (input.value = value));
  return <input {...box} ref={ref} defaultValue={value} />;
};

export const Choice = ({ value, ...menu }: ComponentProps<'select'> & { value: string }) => {
  const ref = useFollowing<HTMLSelectElement>(value, (select) => (select.value = value));
  return <select {...menu} ref={ref} defaultValue={value} />;
};
