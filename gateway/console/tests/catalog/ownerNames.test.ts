import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { ownerNames } from "../../src/catalog/ownerNames";
import { OwnerSchema } from "../../src/generated/handhaving/dispatch/v1/area_service_pb";

test("a municipality is found by its code and a team by its id", () => {
  const names = ownerNames([
    create(OwnerSchema, { name: "municipalities/0899", displayName: "Brunssum", team: "teams/brunssum-landgraaf" }),
    create(OwnerSchema, { name: "teams/brunssum-landgraaf", displayName: "Basisteam Brunssum-Landgraaf" }),
  ]);

  expect([names.get("0899"), names.get("brunssum-landgraaf"), names.get("0888")]).toEqual(["Brunssum", "Basisteam Brunssum-Landgraaf", undefined]);
});
