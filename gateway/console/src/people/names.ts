/** How things are called on the page of people. */
export interface PeopleNames {
  /** Of a team, by the last part of its name. */
  teamOf: (team: string) => string;
  /** Of a function, by its code. */
  functionOf: (code: string) => string;
  /** Of a municipality, by its code; `NL` is itself. */
  placeOf: (code: string) => string;
}
