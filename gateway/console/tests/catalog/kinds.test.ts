import { describe, expect, it } from "vitest";
import { Catalog, noLists } from "../../src/catalog/catalog";
import type { Clients } from "../../src/contracts/clients";

const dog = { code: "animal.dog", displayName: "Hond los" };
const horse = { code: "animal.horse", displayName: "Paard op de weg" };

function clientsOf(types: Record<string, object[]>): Clients {
  return {
    incidents: { listIncidentTypes: ({ parent }: { parent: string }) => Promise.resolve({ types: types[parent], dispositions: [] }) },
    areas: { listOwners: () => Promise.resolve({ owners: [] }) },
    units: { listStatusCodes: () => Promise.resolve({ statusCodes: [] }) },
  } as unknown as Clients;
}

describe("kinds of incident", () => {
  it("are those of the incident's municipality, and named wherever one of the desk's has them", async () => {
    const catalog = new Catalog(clientsOf({ "municipalities/0888": [dog], "municipalities/0986": [dog, horse] }), noLists);
    await catalog.load("0888", ["municipalities/0888", "municipalities/0986"]);

    expect(catalog.typesFor("municipalities/0888/incidents/1")).toEqual([dog]);
    expect(catalog.typesFor("municipalities/0986/incidents/1")).toEqual([dog, horse]);
    expect(catalog.typesFor("municipalities/0882/incidents/1")).toEqual([dog, horse]);
    expect(catalog.typeName("animal.horse")).toBe("Paard op de weg");
  });

  it("are called as an incident has it from when it was said", () => {
    const catalog = new Catalog(clientsOf({}), { ...noLists, types: [dog as never] });

    expect(catalog.kindName({ type: "animal.dog", typeDisplayName: "Hond" })).toBe("Hond");
    expect(catalog.kindName({ type: "animal.dog", typeDisplayName: "" })).toBe("Hond los");
  });
});
