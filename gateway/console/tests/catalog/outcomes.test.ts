import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { describe, expect, it, vi } from "vitest";
import { Catalog, noLists } from "../../src/catalog/catalog";
import type { Clients } from "../../src/contracts/clients";
import { DispositionSchema, TimelineChangeSchema } from "../../src/generated/handhaving/dispatch/v1/incident_pb";

const usual = { code: "warning", displayName: "Waarschuwing" };
const own = { code: "dog-home", displayName: "Hond naar huis" };

function clientsOf(outcomes: Record<string, object[]>): Clients {
  return {
    incidents: { listIncidentTypes: ({ parent }: { parent: string }) => Promise.resolve({ types: [], dispositions: outcomes[parent] }) },
    areas: { listAreas: () => Promise.resolve({ areas: [] }) },
    units: { listStatusCodes: () => Promise.resolve({ statusCodes: [] }) },
  } as unknown as Clients;
}

describe("outcomes", () => {
  it("are those of the incident's municipality, and all that are known where its own are not", async () => {
    const catalog = new Catalog(clientsOf({ "municipalities/0888": [usual], "municipalities/0986": [usual, own] }), noLists);
    await catalog.load("0888", ["teams/westelijke-mijnstreek", "municipalities/0888", "municipalities/0986"]);

    expect(catalog.outcomesFor("municipalities/0888/incidents/1")).toEqual([usual]);
    expect(catalog.outcomesFor("municipalities/0986/incidents/1/assignments/2")).toEqual([usual, own]);
    expect(catalog.outcomesFor("municipalities/0882/incidents/1")).toEqual([usual, own]);
    expect(catalog.dispositionName("dog-home", "municipalities/0986/incidents/1")).toBe("Hond naar huis");
  });

  it("are called as the incident's municipality calls them", async () => {
    const catalog = new Catalog(clientsOf({ "municipalities/0888": [{ code: "warning", displayName: "Gewaarschuwd" }], "municipalities/0986": [usual, own] }), noLists);
    await catalog.load("0888", ["municipalities/0888", "municipalities/0986"]);

    expect(["0888", "0986", "0882"].map((code) => catalog.dispositionName("warning", `municipalities/${code}/incidents/1`))).toEqual(["Gewaarschuwd", "Waarschuwing", "Waarschuwing"]);
    expect(catalog.dispositionName("dog-home", "municipalities/0888/incidents/1")).toBe("dog-home");
  });

  it("of an incident are called what they were called when they were recorded", async () => {
    const catalog = new Catalog(clientsOf({ "municipalities/0986": [{ code: "dog-home", displayName: "Viervoeter thuis" }] }), noLists);
    await catalog.load("0986", ["municipalities/0986"]);
    const name = "municipalities/0986/incidents/1";
    const outcome = create(DispositionSchema, own);

    expect(catalog.outcomeNames({ name, dispositions: ["dog-home", "warning"], outcomes: [outcome] })).toEqual(["Hond naar huis", "warning"]);
    expect(catalog.changeNames(create(TimelineChangeSchema, { field: "dispositions", to: "dog-home", toDisplayName: "Hond naar huis" }), name)).toEqual(["", "Hond naar huis"]);
    expect(catalog.changeNames(create(TimelineChangeSchema, { field: "disposition", to: "dog-home" }), name)).toEqual(["", "Viervoeter thuis"]);
  });

  it("of a municipality where a job is are read when it is there, and stay when the own ones are read anew", async () => {
    const lists: Record<string, object[]> = { "municipalities/0888": [usual], "municipalities/0971": [own] };
    const catalog = new Catalog(clientsOf(lists), noLists);
    await catalog.learn("municipalities/0971/incidents/1", { anew: false });
    await catalog.load("0888", ["municipalities/0888"]);
    expect(catalog.outcomesFor("municipalities/0971/incidents/1")).toEqual([own]);

    lists["municipalities/0971"] = [usual];
    await catalog.learn("municipalities/0971/incidents/1", { anew: false });
    expect(catalog.outcomesFor("municipalities/0971/incidents/1")).toEqual([own]);
    await catalog.learn("municipalities/0971/incidents/1", { anew: true });
    expect(catalog.outcomesFor("municipalities/0971/incidents/1")).toEqual([usual]);
  });

  it.each([
    [Code.NotFound, 1],
    [Code.Unavailable, 2],
  ])("are asked again after code %d only when it is in doubt", async (code, asked) => {
    vi.useFakeTimers();
    const listIncidentTypes = vi.fn().mockRejectedValueOnce(new ConnectError("no", code)).mockResolvedValue({ types: [], dispositions: [own] });
    const catalog = new Catalog({ incidents: { listIncidentTypes } } as unknown as Clients, noLists);

    await catalog.learn("municipalities/0971/incidents/1", { anew: false });
    await vi.advanceTimersByTimeAsync(60_000);

    expect(listIncidentTypes).toHaveBeenCalledTimes(asked);
    vi.useRealTimers();
  });
});
