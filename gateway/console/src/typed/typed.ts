/** What is being typed, by place: an incident or an assignment and what is done with it. It stays when something else is opened, until it is sent or put away. */
export class Typed {
  private readonly places = new Map<string, ReadonlyMap<string, unknown>>();

  keep(place: string, field: string, value: unknown): void {
    const fields = new Map(this.places.get(place)).set(field, value);
    this.places.delete(place); // the latest stands last
    this.places.set(place, fields);
  }

  /** What was typed in a field of a place; undefined = nothing. */
  read(place: string, field: string): unknown {
    return this.places.get(place)?.get(field);
  }

  has(place: string): boolean {
    return this.places.has(place);
  }

  drop(place: string): void {
    this.places.delete(place);
  }

  /** Which of these acts on something was typed for last; undefined = none. */
  last<Act extends string>(of: string, acts: readonly Act[]): Act | undefined {
    const begun = [...this.places.keys()];
    return begun.map((place) => acts.find((act) => place === placeOf(of, act))).findLast((act) => act !== undefined);
  }

  /** Lets the browser ask before the page is left with something typed; gives what ends it. */
  guard = (): (() => void) => {
    const warn = (event: BeforeUnloadEvent) => { if (this.places.size > 0) event.preventDefault(); };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  };
}

/** Where what is typed for an act on something is kept. */
export const placeOf = (of: string, act: string): string => `${of} ${act}`;
