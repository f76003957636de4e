import type { Person } from "./person";

/** Municipalities and teams that are a person's own, as resource names. */
export function ownersOf(person: Person): string[] {
  return [...person.municipalities.map((code) => `municipalities/${code}`), ...person.teams.map((team) => `teams/${team}`)];
}

/** Owns what belongs to no municipality or team. */
export const platformOwner = "teams/platform";
