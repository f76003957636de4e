import { expect, test } from "vitest";
import { addressParts, kindKey } from "../../src/audit/line/values";
import nl from "../../src/words/nl/pages/audit.json";

test("every kind that has words is found by itself, and one of a later version has none", () => {
  expect(Object.keys(nl.kind).map(kindKey)).toEqual(Object.keys(nl.kind));
  expect(kindKey("teleporter")).toBeUndefined();
});

test.each([
  ["ipv4:127.0.0.1:50992", { host: "127.0.0.1", port: "50992" }],
  ["ipv6:[2001:db8::1]:443", { host: "2001:db8::1", port: "443" }],
  ["ipv6:%5B2001:db8::1%5D:443", { host: "2001:db8::1", port: "443" }],
  ["unix:/run/dispatch", undefined],
  ["", undefined],
])("%s is read as %o", (origin, parts) => expect(addressParts(origin)).toEqual(parts));
