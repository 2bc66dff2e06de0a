const eventName = 'accord-inbox';

/** Tells the other parts of this page that entries have been read. */
export function announceInboxChange(): void {
  window.dispatchEvent(new Event(eventName));
}

/** Hears of what this page itself does to the inbox. @returns ends it */
export function onInboxChange(listener: () => void): () => void {
  window.addEventListener(eventName, listener);
  return () => window.removeEventListener(eventName, listener);
}
