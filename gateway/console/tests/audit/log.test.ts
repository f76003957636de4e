import type { DescMessage } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import * as capacity from "../../src/generated/handhaving/capacity/v1/audit_service_pb";
import * as dispatch from "../../src/generated/handhaving/dispatch/v1/audit_service_pb";

const fieldsOf = ({ fields }: DescMessage) => fields.map(({ name, number, fieldKind }) => `${number} ${name} ${fieldKind}`);
const messagesOf = ({ methods }: typeof dispatch.AuditService | typeof capacity.AuditService) =>
  methods.map(({ name, input, output }) => ({ name, asked: fieldsOf(input), answered: fieldsOf(output) }));

test("what is asked of one log can be asked of the other, and is answered alike", () => {
  expect(messagesOf(capacity.AuditService)).toEqual(messagesOf(dispatch.AuditService));
  expect(fieldsOf(capacity.EntryReviewSchema)).toEqual(fieldsOf(dispatch.EntryReviewSchema));
  expect(capacity.EntrySelection).toEqual(dispatch.EntrySelection);
});
