import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { numeralOf, officersFor } from "../../src/duty/crew";
import { CompetenceDomain } from "../../src/generated/handhaving/dispatch/v1/assignment_pb";
import { OfficerSchema } from "../../src/generated/handhaving/dispatch/v1/unit_service_pb";

const officer = (id: string, changes: { unit?: string; domains?: CompetenceDomain[] } = {}) => create(OfficerSchema, { id, domains: [CompetenceDomain.PUBLIC_SPACE], ...changes });
const ids = (words: string, chosen: string[] = []) =>
  officersFor(words, [officer("officer-0888-13"), officer("officer-0888-03"), officer("officer-0888-04", { domains: [] }), officer("officer-0888-05", { unit: "municipalities/0888/units/boa-0888-1" }), officer("officer-0888-30")], chosen).map(({ id }) => id.slice(-2));

test("the end of a number finds the officer, in the order of the numbers", () => expect(ids("3")).toEqual(["03", "13", "30"]));

test("who is in a crew already or was chosen is not offered again", () => expect(ids("", ["officer-0888-13"])).toEqual(["03", "30", "04"]));

test("who may do nothing today comes last", () => expect(ids("0888").at(-1)).toBe("04"));

test("a domain is told by its numeral", () => expect([numeralOf(CompetenceDomain.ENVIRONMENT), numeralOf(CompetenceDomain.GENERAL_DETECTION)]).toEqual(["II", "VI"]));
