/** Keys and letters of commands that the list of keys explains; those of what is asked about the open incident stand with their buttons. */
export const helpKeys = ["F2", "F3", "F4", "F6", "F7", "F8", "F9", "F10"] as const;
export const helpLines = ["m", "s", "k", "o", "n", "z", "h", "d", "l"] as const;
