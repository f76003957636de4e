/** Every act with a key of its own that works wherever the focus is: what its control shows, what the list of keys says, and what is followed. No letter alone: somebody may be typing. */
export const keys = {
  report: "F2", queue: "F3", send: "F4", order: "Shift+F4", seen: "F6", seenAll: "Shift+F6", past: "F7", next: "F8", close: "F9", duty: "F10",
  onScene: "Alt+T", earlier: "Alt+V", instead: "Alt+G", release: "Alt+R", backup: "Alt+H", again: "Alt+O", whyNot: "Alt+W", reporter: "Alt+M", answer: "Alt+B", popOut: "Alt+S", putAway: "Alt+A", tryAgain: "Alt+P", retry: "Alt+N",
  send2: "Alt+2", send3: "Alt+3", send4: "Alt+4", send5: "Alt+5", send6: "Alt+6", send7: "Alt+7", send8: "Alt+8", send9: "Alt+9",
} as const;

export type KeyAct = keyof typeof keys;

export const keyActs = Object.keys(keys) as KeyAct[];

/** Letters of commands that are not on a button of their own, in the order of the list of keys. */
export const commandLetters = ["m", "s", "k", "o", "n", "z", "h", "d", "l", "j"] as const;

interface Pressed {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/** The act of what is pressed; undefined = none. What a keyboard makes of Alt and a letter (é) is text, and no key. */
export function actOf({ key, ctrlKey, altKey, metaKey, shiftKey }: Pressed): KeyAct | undefined {
  if (ctrlKey || metaKey) return undefined;
  const pressed = `${altKey ? "Alt+" : ""}${shiftKey ? "Shift+" : ""}${key.length === 1 ? key.toUpperCase() : key}`;
  return keyActs.find((act) => keys[act] === pressed);
}

/** The act that sends the unit at a place of the list, 0 = the best; undefined where it has no key. */
export function sendAct(index: number): KeyAct | undefined {
  return keyActs.find((act) => act === (index === 0 ? "send" : `send${index + 1}`));
}
