import type { Place } from "./place";

type Take = (place: Place) => void;

/** Who waits for a place: a click on the map is given to the form that was opened last, and to nobody else. */
export class Pointing {
  private takers: readonly Take[] = [];

  /** Waits for places; gives what ends it. */
  wait = (take: Take): (() => void) => {
    this.takers = [...this.takers, take];
    return () => { this.takers = this.takers.filter((one) => one !== take); };
  };

  /** @returns whether somebody waited for it. */
  point = (place: Place): boolean => {
    const take = this.takers.at(-1);
    take?.(place);
    return take !== undefined;
  };
}
