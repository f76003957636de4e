import { create } from "@bufbuild/protobuf";
import { timestampFromMs } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { AssignmentSchema, AssignmentState } from "../../src/generated/handhaving/dispatch/v1/assignment_pb";
import { LoanSchema, LoanState } from "../../src/generated/handhaving/dispatch/v1/loan_pb";
import { borrowedOn, lentOn } from "../../src/loans/loans";
import { incident } from "../board/messages";

test("what is lent now stands there, the latest first", () => {
  const loan = (callSign: string, minute: number, state = LoanState.ACTIVE) => create(LoanSchema, { name: callSign, callSign, state, borrowTime: timestampFromMs(minute * 60_000) });
  const loans = new Map([loan("BEE-1", 1), loan("BEE-2", 2), loan("BEE-3", 3, LoanState.ENDED)].map((one) => [one.name, one]));

  expect(lentOn({ loans }).map(({ callSign }) => callSign)).toEqual(["BEE-2", "BEE-1"]);
});

test("a unit of others is borrowed while it works here", () => {
  const assignment = (callSign: string, lender: string, state = AssignmentState.EN_ROUTE) => create(AssignmentSchema, { callSign, lender, state });
  const incidents = new Map([["a", incident(1, { assignments: [assignment("BRU-1", "municipalities/0899"), assignment("BRU-2", "municipalities/0899", AssignmentState.CLEARED), assignment("BEE-1", "")] })]]);

  expect(borrowedOn({ incidents }).map((one) => [one.incident.number, one.assignment.callSign])).toEqual([["2027-000001", "BRU-1"]]);
});
