import { expect, test } from "vitest";
import { sharedNumbers } from "../../src/incident/numbers";
import { incident, incidentName } from "../board/messages";

test("a number is shared when two municipalities gave it", () => {
  const board = [incident(1), incident(1, { name: incidentName(1, "0971") }), incident(2), incident(3, { name: incidentName(3, "0971") })];

  expect([...sharedNumbers(board)]).toEqual(["2027-000001"]);
  expect(sharedNumbers([])).toEqual(new Set());
});
