import { dateFieldOf } from "../../time/words";

/** `08:15`, as Dutch clocks show it. */
export function clockOf(milliseconds: number): string {
  return dateFieldOf(milliseconds).slice(11);
}
