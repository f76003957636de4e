/** A share of 0 to 1 as percent with one decimal. */
export const percentOf = (share: number): number => Math.round(share * 1000) / 10;

/**
 * What the other units do, by their own numbers: the one that is missing is undefined.
 * @param missing its number, from 1.
 */
export function withoutMissing<Measures>(count: number, missing: number, others: readonly Measures[]): (Measures | undefined)[] {
  return Array.from({ length: count }, (_, at) => (at === missing - 1 ? undefined : others[others.length === count || at < missing - 1 ? at : at - 1]));
}
