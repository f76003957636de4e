import { expect, test } from "vitest";
import { incidentOf, municipalityOf, ownerOf, teamName } from "../src/contracts/names";

test("a team is called by its id, as a name is written", () => {
  expect([teamName("brunssum-landgraaf"), teamName("platform")]).toEqual(["Brunssum-Landgraaf", "Platform"]);
});

test("what a name is of is read from it", () => {
  const job = "municipalities/0888/incidents/1/assignments/2";
  expect([municipalityOf(job), ownerOf(job), incidentOf(job)]).toEqual(["0888", "municipalities/0888", "municipalities/0888/incidents/1"]);
  expect([municipalityOf("teams/x/units/1"), incidentOf("teams/x")]).toEqual([undefined, ""]);
});
