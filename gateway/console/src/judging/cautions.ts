const most = 10, longest = 200; // as the contract has it: items, and letters of one

/** Longest text in which cautions are typed. */
export const mostText = most * (longest + 1);

/** What a crew must know, as it is typed: one on each line. */
export function cautionsIn(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

export function textOf(cautions: readonly string[]): string {
  return cautions.join("\n");
}

/** Whether the contract takes so many, of such a length. */
export function isTaken(cautions: readonly string[]): boolean {
  return cautions.length <= most && cautions.every((caution) => caution.length <= longest);
}

/**
 * What holds after somebody changed the list: what another desk added or took away meanwhile stays so.
 * @param before as they were when the typing began.
 * @param typed as somebody left them.
 * @param now as they are on the platform.
 */
export function mergedCautions(before: readonly string[], typed: readonly string[], now: readonly string[]): readonly string[] {
  if (isSame(before, now)) return typed;
  const added = typed.filter((caution) => !before.includes(caution) && !now.includes(caution));
  return [...now.filter((caution) => typed.includes(caution) || !before.includes(caution)), ...added];
}

export function isSame(ones: readonly string[], others: readonly string[]): boolean {
  return ones.length === others.length && ones.every((one, index) => one === others[index]);
}
