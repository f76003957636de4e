/**
 * Shows others that this window or worker is there: by a lock, which the browser frees however it ends.
 * @returns when the lock is held.
 */
export function liveAs(life: string): Promise<void> {
  return new Promise((held) => void navigator.locks.request(life, () => {
    held();
    return new Promise(() => undefined);
  }));
}

/** Calls once, when a life that was held is over. */
export function whenOver(life: string, over: () => void): void {
  void navigator.locks.request(life, over);
}
