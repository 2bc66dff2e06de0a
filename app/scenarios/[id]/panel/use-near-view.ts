'use client';
import { startTransition, useEffect, useState, type RefObject } from 'react';

/** How far outside its scrolling pane (in CSS px) something still counts as near. */
const margin = 800;
/** What a hard pull at the wheel carries past within this time (in ms) is not worth being drawn in full. */
const settling = 150;

/** What is being written or asked in an element keeps it as it is. */
const isInUse = (element: Element): boolean => element.contains(document.activeElement) || element.querySelector('textarea, [role=group], [role=alert]') !== null;

type Listener = (isNear: boolean) => void;
const listeners = new WeakMap<Element, Listener>();
const observers = new WeakMap<Element, IntersectionObserver>();

/** One observer for all that scrolls in one pane. */
function observerIn(pane: Element): IntersectionObserver {
  const known = observers.get(pane);
  if (known) return known;
  const observer = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => listeners.get(target)?.(isIntersecting)), {
    root: pane,
    rootMargin: `${margin}px 0px`,
  });
  observers.set(pane, observer);
  return observer;
}

/**
 * Whether an element of a long list is in view, or soon will be. What somebody is using stays near wherever it is scrolled to.
 * @param element scrolls within a tab panel
 * @param initially what is taken for true until it has been measured there
 */
export function useNearView(element: RefObject<HTMLElement | null>, initially: boolean): boolean {
  const [isNear, setNear] = useState(initially);
  useEffect(() => {
    const target = element.current;
    const pane = target?.closest('[role=tabpanel]');
    if (!target || !pane) return;
    const observer = observerIn(pane);
    let timer: ReturnType<typeof setTimeout> | undefined;
    listeners.set(target, (near) => {
      clearTimeout(timer);
      timer = setTimeout(() => (near || !isInUse(target)) && startTransition(() => setNear(near)), settling);
    });
    observer.observe(target);
    return () => {
      clearTimeout(timer);
      observer.unobserve(target);
    };
  }, [element]);
  return isNear;
}
