import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Catalog, noLists } from "../../src/catalog/catalog";
import type { Clients } from "../../src/contracts/clients";

const dog = { code: "animal.dog", displayName: "Hond los" };
const horse = { code: "animal.horse", displayName: "Paard op de weg" };
const failing = (code: Code) => vi.fn().mockRejectedValue(new ConnectError("no", code));

function platform() {
  return {
    listIncidentTypes: vi.fn().mockImplementation(() => Promise.resolve({ types: [dog], dispositions: [] })),
    listOwners: vi.fn().mockResolvedValue({ owners: [{ name: "municipalities/0888", displayName: "Beek" }] }),
    listStatusCodes: vi.fn().mockResolvedValue({ statusCodes: [{ code: "1" }] }),
  };
}

const catalogOf = ({ listIncidentTypes, listOwners, listStatusCodes }: ReturnType<typeof platform>, before = noLists) =>
  new Catalog({ incidents: { listIncidentTypes }, areas: { listOwners }, units: { listStatusCodes } } as unknown as Clients, before);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a list that fails takes none of the others along", async () => {
  const { listIncidentTypes, ...others } = platform();
  const catalog = catalogOf({ listIncidentTypes, listOwners: failing(Code.Internal), listStatusCodes: failing(Code.NotFound) });
  await catalog.load("0888", ["municipalities/0888"]);
  expect([catalog.state.types, catalog.state.owners.size, catalog.state.codes.size]).toEqual([[dog], 0, 0]);

  const kindless = catalogOf({ ...others, listIncidentTypes: failing(Code.Unavailable) });
  await kindless.load("0888", ["municipalities/0888"]);
  expect([kindless.state.types, kindless.municipalityName("0888"), kindless.state.codes.size]).toEqual([[], "Beek", 1]);
});

test("what failed alone is asked again", async () => {
  const calls = platform();
  calls.listOwners.mockRejectedValueOnce(new ConnectError("no", Code.Internal));
  const catalog = catalogOf(calls);
  await catalog.load("0888", ["municipalities/0888"]);
  await vi.advanceTimersByTimeAsync(60_000);

  expect(catalog.municipalityName("0888")).toBe("Beek");
  expect([calls.listOwners, calls.listIncidentTypes, calls.listStatusCodes].map(({ mock }) => mock.calls.length)).toEqual([2, 1, 1]);
});

test.each([
  [Code.PermissionDenied, 13],
  [Code.Internal, 63],
])("with code %d it is asked more and more seldom, %d times in an hour", async (code, most) => {
  const calls = { ...platform(), listOwners: failing(code) };
  await catalogOf(calls).load("0888", []);
  await vi.advanceTimersByTimeAsync(3_600_000);

  expect(calls.listOwners.mock.calls.length).toBeGreaterThan(5);
  expect(calls.listOwners.mock.calls.length).toBeLessThanOrEqual(most);
});

test("kinds of before stay until those of each municipality are read", async () => {
  const calls = platform();
  calls.listIncidentTypes.mockImplementationOnce(() => Promise.reject(new ConnectError("no", Code.Unavailable)));
  const catalog = catalogOf(calls, { ...noLists, types: [horse as never] });
  await catalog.load("0888", ["municipalities/0986"]);
  expect(catalog.state.types).toEqual([horse, dog]);

  await vi.advanceTimersByTimeAsync(5_000);
  expect(catalog.state.types).toEqual([dog]);
});
