import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { RosterShiftSchema, type RosterShift } from "../../src/generated/handhaving/capacity/v1/roster_pb";
import { momentOfField } from "../../src/time/words";

export const people = ["one", "two", "three"].map((id) => `municipalities/0888/officers/${id}`);

/** A shift of `one` by the clock in the Netherlands. */
export const shift = (id: string, from: string, to: string, more: { officer?: string; pinned?: boolean } = {}): RosterShift =>
  create(RosterShiftSchema, { id, officer: people[0] ?? "", function: "boa-1", startTime: timestampFromMs(momentOfField(from) ?? NaN), endTime: timestampFromMs(momentOfField(to) ?? NaN), ...more });
