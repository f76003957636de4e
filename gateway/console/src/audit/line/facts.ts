import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { LegalRegime } from "../../generated/handhaving/access/v1/access_pb";
import type { AuditEntry } from "../../generated/handhaving/access/v1/operations_pb";
import type nl from "../../words/nl/pages/audit.json";
import { millisecondsOf } from "../../time/timestamp";

export type FactKey = keyof typeof nl.fact;

/**
 * All that a line holds, in the order in which it is read; what is empty is left out.
 * @param timeOf tells a moment in milliseconds since 1970.
 */
export function factsOf(entry: AuditEntry, timeOf: (milliseconds: number) => string): [FactKey, string][] {
  const time = (moment: Timestamp | undefined) => (moment ? timeOf(millisecondsOf(moment)) : "");
  const all: [FactKey, string][] = [
    ["sequence", entry.sequence.toString()], ["recorded", time(entry.recordedTime)], ["occurred", time(entry.occurredTime)], ["tenant", entry.tenant],
    ["actor", entry.actor], ["actorType", entry.actorType], ["actorRole", entry.actorRole], ["operation", entry.operation],
    ["objectType", entry.objectType], ["object", entry.object], ["objectVersion", entry.objectVersion === 0n ? "" : entry.objectVersion.toString()],
    ["result", entry.result], ["reason", entry.reason], ["recipient", entry.recipient], ["setAside", entry.setAside.join(", ")],
    ["rowCount", entry.rowCount?.toString() ?? ""], ["objectCount", entry.objectCount?.toString() ?? ""], ["first", time(entry.firstTime)], ["last", time(entry.lastTime)],
    ["shown", entry.shown.join("\n")], ["shownDigest", entry.shownDigest], ["queryDigest", entry.queryDigest],
    ["regime", entry.regime === LegalRegime.UNSPECIFIED ? "" : LegalRegime[entry.regime]], ["activity", entry.processingActivity],
    ["authorisation", entry.authorisationId], ["origin", entry.origin], ["trace", entry.traceId], ["hash", entry.hash],
  ];
  return all.filter(([, value]) => value !== "");
}
