import type { Unit } from "../generated/handhaving/dispatch/v1/unit_pb";

const front = "command ";

/** Where an act on a unit is done that no panel shows: each unit is a place of its own, so that one does not wait for another. */
export const commandPlace = ({ name }: Pick<Unit, "name">): string => front + name;

export const isCommandPlace = (place: string): boolean => place.startsWith(front);
