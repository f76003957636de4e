import type { Absence, Officer } from "../generated/handhaving/capacity/v1/people_pb";
import { dayOfDate } from "../time/date";
import { millisecondsOf } from "../time/timestamp";

/** Those whose name, id, team or function holds the words. */
export function found(officers: readonly Officer[], words: string): Officer[] {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return officers.filter(({ name, displayName, staffTeam, contracts }) => {
    const text = [displayName, name.split("/").at(-1), staffTeam, ...contracts.flatMap((contract) => [contract.function, ...contract.otherFunctions])].join(" ").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** The contract of a day; undefined where there is none. */
export function contractOn({ contracts }: Officer, day: string) {
  return contracts.find(({ validFrom, validUntil }) => dayOfDate(validFrom) <= day && (validUntil === undefined || dayOfDate(validUntil) >= day));
}

/** The last day of the appointment that ends first, of those that hold on a day; empty where none does. */
export function firstEnd({ appointments }: Officer, day: string): string {
  const ends = appointments.filter(({ validFrom, validUntil }) => dayOfDate(validFrom) <= day && dayOfDate(validUntil) >= day).map(({ validUntil }) => dayOfDate(validUntil));
  return ends.toSorted()[0] ?? "";
}

/** What keeps somebody from work at a moment in milliseconds since 1970. */
export function absenceAt({ absences }: Officer, at: number): Absence | undefined {
  return absences.find(({ startTime, endTime }) => startTime !== undefined && endTime !== undefined && millisecondsOf(startTime) <= at && millisecondsOf(endTime) > at);
}
