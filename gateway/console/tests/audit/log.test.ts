import { expect, test } from "vitest";
import * as capacity from "../../src/generated/handhaving/capacity/v1/audit_service_pb";
import * as dispatch from "../../src/generated/handhaving/dispatch/v1/audit_service_pb";

const fieldsOf = ({ fields }: typeof dispatch.ListEntriesRequestSchema | typeof capacity.ListEntriesRequestSchema) => fields.map(({ name, number, fieldKind }) => `${number} ${name} ${fieldKind}`);

test("what is asked of one log can be asked of the other", () => {
  expect(fieldsOf(capacity.ListEntriesRequestSchema)).toEqual(fieldsOf(dispatch.ListEntriesRequestSchema));
  expect(capacity.EntrySelection).toEqual(dispatch.EntrySelection);
});
