import { expect, test } from "vitest";
import { personOf } from "../../src/session/person";

const tokenOf = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.y`;

test("rights come from the access token and the name from the identity token", () => {
  const token = tokenOf({ sub: "centralist-wm-01", role: ["centralist"], municipality: ["0888", "0971"], team: ["westelijke-mijnstreek"] });

  expect(personOf({ sub: "centralist-wm-01", name: "José Müller" }, token)).toEqual({
    subject: "centralist-wm-01",
    name: "José Müller",
    roles: ["centralist"],
    municipalities: ["0888", "0971"],
    teams: ["westelijke-mijnstreek"],
  });
});

test("one value counts as a list of one, and what is missing as none", () => {
  expect(personOf({ sub: "a", role: "boa" }, "opaque")).toEqual({ subject: "a", name: "a", roles: ["boa"], municipalities: [], teams: [] });
});
