import nl from "../../words/nl/pages/reason.json";

/** Key of the words for a reason; undefined for one of a later version, which is shown as it is. */
export function reasonKey(code: string): keyof typeof nl | undefined {
  return Object.hasOwn(nl, code) ? (code as keyof typeof nl) : undefined;
}
