import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { isUnseen } from "../../src/assignment/unseen";
import { AssignmentSchema, AssignmentState } from "../../src/generated/handhaving/dispatch/v1/assignment_pb";

const offered = { state: AssignmentState.OFFERED, offerTime: timestampFromMs(10_000) };

test.each([
  ["just made", offered, 14_999, false],
  ["not shown for five seconds", offered, 15_000, true],
  ["shown", { ...offered, shownTime: timestampFromMs(11_000) }, 60_000, false],
  ["answered without a word of being shown", { ...offered, state: AssignmentState.ACCEPTED }, 60_000, false],
  ["over", { ...offered, state: AssignmentState.EXPIRED }, 60_000, false],
])("an offer that is %s", (_, fields, now, unseen) => expect(isUnseen(create(AssignmentSchema, fields), now)).toBe(unseen));
